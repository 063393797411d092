import { Resolver } from 'node:dns'
import { objectionToAddress, plainAddress } from './address'
import { FetchFailure } from './failure'
import { within } from './within'

/** The addresses of a host, all of them public, in the order in which to try them. */
export type LookUp = (host: string, signal: AbortSignal) => Promise<string[]>

const TRY_MS = 2500
const LOOK_UP_MS = 8000
/** Each is tried only where the one before it could not be reached. */
const MOST_TRIED = 4

type Answer = { addresses: string[]; code: string | null }

function ask(resolver: Resolver, family: 'resolve4' | 'resolve6', host: string): Promise<Answer> {
  return new Promise((resolve) => resolver[family](host, (error, addresses) => resolve(error === null ? { addresses, code: null } : { addresses: [], code: error.code ?? 'EUNKNOWN' })))
}

function judged(host: string, four: Answer, six: Answer): string[] {
  const all = [...four.addresses, ...six.addresses]
  if (all.length === 0) throw new FetchFailure('dns', `The name ${host} could not be looked up (${four.code === 'ENODATA' ? six.code : four.code}).`)
  for (const address of all) {
    const objection = objectionToAddress(address)
    if (objection !== null) throw new FetchFailure('refused', `The name ${host} leads to ${address}, which is not a public address (${objection}).`)
  }
  return [...new Set(all.map(plainAddress))].slice(0, MOST_TRIED)
}

/**
 * Look-ups at the name servers of this machine, or at `servers` ("127.0.0.1:5353"). Never at the system's own resolver: it
 * reads /etc/hosts, tries search domains, and can't be broken off. A host is refused as a whole when one of its addresses is
 * not public, since which of them is dialled would otherwise be up to whoever answers.
 */
export function lookUpBy(servers: string[] | null): LookUp {
  return (host, asker) =>
    within(LOOK_UP_MS, asker, () => new FetchFailure('dns', `The name ${host} could not be looked up in time.`), async (signal) => {
      const resolver = new Resolver({ timeout: TRY_MS, tries: 2 })
      if (servers !== null) resolver.setServers(servers)
      signal.addEventListener('abort', () => resolver.cancel(), { once: true })
      const [four, six] = await Promise.all([ask(resolver, 'resolve4', host), ask(resolver, 'resolve6', host)])
      signal.throwIfAborted()
      return judged(host, four, six)
    })
}
