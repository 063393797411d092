import type { LinkState } from '@/record/source-facts'

/** What went wrong in one look at an address. Each has clocks of its own, as some mend themselves sooner than others. */
export type Trouble = 'gone' | 'dns' | 'connect' | 'tls' | 'timeout' | 'server' | 'refusal' | 'takenOver' | 'lost'

/** What troubles of one family, seen often enough, make of a link. */
export type Verdict = Extract<LinkState, 'dead' | 'usurped' | 'changed'>

/**
 * How often a trouble must have been seen, and how many days at least lie between two sightings that count, before it is believed.
 * `gone` (404, 410, a soft 404) goes by InternetArchiveBot's clock: three failed checks at least three days apart make a link
 * dead (notes on sources, sections 1 and 2). The rest are ours: a name or a server that doesn't answer often comes back within
 * weeks, certificates are renewed late, and a 5xx is an accident. Another page at the address (`takenOver`) and words that are no
 * longer on it (`lost`) were read in a page that did answer, so that a second look is enough to rule out an experiment on visitors.
 */
export const CLOCKS: Readonly<Record<Trouble, { verdict: Verdict; times: number; apartDays: number }>> = {
  gone: { verdict: 'dead', times: 3, apartDays: 3 },
  dns: { verdict: 'dead', times: 3, apartDays: 7 },
  connect: { verdict: 'dead', times: 4, apartDays: 7 },
  tls: { verdict: 'dead', times: 5, apartDays: 7 },
  timeout: { verdict: 'dead', times: 5, apartDays: 7 },
  server: { verdict: 'dead', times: 5, apartDays: 7 },
  refusal: { verdict: 'dead', times: 5, apartDays: 7 },
  takenOver: { verdict: 'usurped', times: 2, apartDays: 3 },
  lost: { verdict: 'changed', times: 2, apartDays: 1 },
}
