import type { CitationStanding } from '@/citations/standing'
import type { LibrarySource } from '@/citations/library'
import { intentOf, needsSource, toStoredCitation, type StoredCitation, type StoredCitations } from '@/citations/stored'
import { labelsOf, placesIn, type MarkPlace } from './places'

/** What is being done for a citation behind the writer's back, or how that went wrong: with its link, to be tried again. */
export type Errand = { state: 'looking'; link: string } | { state: 'failed'; link: string; why: string; isForGood: boolean } | { state: 'uploading'; file: File } | { state: 'notUploaded'; file: File; why: string }

/** What a mark in the text shows. `label`: as readers will get it. */
export type Chip = { label: string; state: 'cited' | 'remark' | 'needsSource' | 'looking' | 'failed'; title: string }

export type Patch = { [Name in keyof StoredCitation]?: StoredCitation[Name] | '' }

/** The citations of one open document, for all who show or write them: marks in its editors, card, margin. */
export type Citing = ReturnType<typeof createCiting>

/** States of ours that an answer of the server may still bring back. */
const MOST_REMEMBERED = 12

/** Keeps the citations of one document. Whoever is told of changes reads what they need anew; what didn't change stays the same object. */
export function createCiting() {
  let citations: StoredCitations = {}
  let places: MarkPlace[] = []
  let labels = new Map<string, string>()
  let standings = new Map<string, CitationStanding>()
  let put: ((citations: StoredCitations) => void) | null = null
  let earlier: StoredCitations[] = []
  const written = new WeakSet<object>()
  const works = new Map<string, LibrarySource>()
  const errands = new Map<string, Errand>()
  const chips = new Map<string, Chip>()
  const listeners = new Set<() => void>()

  let revision = 0
  const tell = (): void => {
    revision += 1
    labels = labelsOf(places, citations)
    for (const listener of listeners) listener()
  }
  const write = (next: StoredCitations): void => {
    earlier = [...earlier, citations].slice(-MOST_REMEMBERED)
    citations = next
    written.add(next)
    put?.(next)
    tell()
  }

  return {
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    /** Changes with all that is here. */
    revision: () => revision,
    citations: () => citations,
    places: () => places,
    standings: () => standings,
    label: (key: string) => labels.get(key) ?? '',
    errand: (key: string) => errands.get(key) ?? null,
    work: (id: string | undefined) => (id === undefined ? null : (works.get(id) ?? null)),

    /** Who writes into the form. Returns how to end that. */
    connect(writer: (citations: StoredCitations) => void): () => void {
      put = writer
      return () => {
        if (put === writer) put = null
      }
    },

    /**
     * Takes what the form holds. `isEcho`: a save was under way, whose answer may bring back a state from before what was written since;
     * then what is here stands, and is written again.
     */
    adopt(value: unknown, isEcho: boolean): void {
      if (value !== null && typeof value === 'object' && written.has(value)) return
      const incoming = (value ?? {}) as StoredCitations
      if (isEcho && put !== null && earlier.some((state) => holdsAll(incoming, state)) && !holdsAll(incoming, citations)) {
        write({ ...incoming, ...citations })
        return
      }
      citations = incoming
      tell()
    },

    /** Takes the text of the document as the form holds it. */
    read(text: unknown): void {
      const found = placesIn(text)
      if (JSON.stringify(found) === JSON.stringify(places)) return
      places = found
      tell()
    },

    /** Changes values of one citation; an empty one goes. */
    change(key: string, patch: Patch): void {
      const next = Object.fromEntries(Object.entries({ ...citations[key], ...patch }).filter(([, value]) => value !== undefined && value !== ''))
      if (citations[key] === undefined || JSON.stringify(next) !== JSON.stringify(citations[key])) write({ ...citations, [key]: next as StoredCitation })
    },

    setErrand(key: string, errand: Errand | null): void {
      if (errand === null) errands.delete(key)
      else errands.set(key, errand)
      tell()
    },

    know(...sources: LibrarySource[]): void {
      for (const source of sources) works.set(source.id, source)
      tell()
    },

    setStandings(answer: readonly CitationStanding[]): void {
      standings = new Map(answer.map((standing) => [standing.key, standing]))
      tell()
    },

    /** What the mark of a citation shows. The same object as long as it shows the same. */
    chip(key: string): Chip {
      const citation = citations[key] ?? {}
      const errand = errands.get(key)
      const state = errand?.state === 'looking' ? 'looking' : errand?.state === 'failed' ? 'failed' : needsSource(citation) ? 'needsSource' : intentOf(citation) === 'remark' ? 'remark' : 'cited'
      const made: Chip = { label: labels.get(key) ?? '', state, title: works.get(citation.source ?? '')?.title ?? citation.note ?? '' }
      const known = chips.get(key)
      if (known !== undefined && known.label === made.label && known.state === made.state && known.title === made.title) return known
      chips.set(key, made)
      return made
    },
  }
}

/** Whether `whole` says of every citation what `part` says of it. */
function holdsAll(whole: StoredCitations, part: StoredCitations): boolean {
  return Object.entries(part).every(([key, citation]) => whole[key] !== undefined && JSON.stringify(toStoredCitation(whole[key])) === JSON.stringify(toStoredCitation(citation)))
}
