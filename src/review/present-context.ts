import type { PayloadRequest } from 'payload'
import type { Image } from '@/record/body'

/** What a presenter may read beside its document. */
export type PresentContext = {
  /** The public images of some media, by id; one that is missing is left out. */
  media(ids: readonly string[]): Promise<Map<string, Image>>
  /** Which of some sources are private, by id: of these readers learn the public label alone. */
  privateSources(ids: readonly string[]): Promise<ReadonlySet<string>>
}

/** Makes the context for one request; reads happen in the transaction of `req`. */
export type PresentContextOf = (req: PayloadRequest) => PresentContext

/**
 * The context that presenters get, as the composition root supplies it: `custom.presentContext` of the Payload config.
 * Review knows no content domain, so it can't read media or sources itself.
 *
 * @throws where the config has none.
 */
export function presentContext(req: PayloadRequest): PresentContext {
  const make: unknown = req.payload.config.custom.presentContext
  if (typeof make !== 'function') throw new Error('The Payload config has no custom.presentContext')
  return (make as PresentContextOf)(req)
}
