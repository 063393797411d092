import type { RecordReader } from '@/record/reader'

/**
 * What pages are made from: the record, and the origin of the public site (scheme, host, port, no slash at the end).
 * `memo`, for one batch of a bake, keeps what several pages are made from, such as the items of a feed's three formats.
 */
export type EditionContext = { reader: RecordReader; origin: string; memo?: Map<string, Promise<unknown>> }

/** Where a page is: its unencoded path, its language, and the path without the language's prefix. */
export type Place = { path: string; language: string; rest: string }

/**
 * One kind of page: which addresses are of that kind, what is read for one, and how that is written. Baking and the
 * server both go through it, so they can't give different bytes.
 */
export type PageKind = {
  name: string
  /** The page's text or bytes, or null where there is none at that address (any more). */
  produce(context: EditionContext, place: Place): Promise<string | Buffer | null>
  /** Whether an address is of this kind. Every address that isn't another kind's may be a document's. */
  matches(place: Place): boolean
}

type Definition<Parameters, Model> = {
  name: string
  /** The parameters in an address, or null where it is not of this kind. */
  match(place: Place): Parameters | null
  /** Reads what the page says; null where there is no such page. */
  load(context: EditionContext, place: Place, parameters: Parameters): Promise<Model | null>
  /** Writes it. Reads nothing. */
  render(model: Model): string | Buffer | Promise<string>
}

/** Makes a kind of page of its three parts. */
export function pageKind<Parameters, Model>({ name, match, load, render }: Definition<Parameters, Model>): PageKind {
  return {
    name,
    matches: (place) => match(place) !== null,
    async produce(context, place) {
      const parameters = match(place)
      if (parameters === null) return null
      const model = await load(context, place, parameters)
      return model === null ? null : render(model)
    },
  }
}

/** Matches one path exactly, below any language's prefix. */
export function exactly(rest: string): (place: Place) => Record<string, never> | null {
  return (place) => (place.rest === rest ? {} : null)
}
