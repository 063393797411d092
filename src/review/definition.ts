import type { Payload } from 'payload'
import type { PresentContext } from './present-context'
import type { Projection } from './projection-text'
import { DEFAULT_SCOPES, WHOLE, type Scopes } from './scopes'
import type { WorkflowName } from './workflow'

/** What a content domain says to join review. `D`: its stored document. */
export type ReviewedOptions<D> = {
  workflow: WorkflowName
  /** A shorter way for what can't wait, which somebody chooses when they submit. */
  rapid?: WorkflowName
  /**
   * The would-be projection of a document. It gets unfinished ones too, at depth 0, and gives '' or [] for what is missing;
   * it names each public field and adds nothing that isn't the editors' doing.
   */
  present(document: D, context: PresentContext): unknown
  /** Fields that must be filled to submit. A warning review counts as filled once it is assessed. */
  required: readonly string[]
  /** Scopes that differ from the usual ones. */
  scopes?: Partial<Scopes>
}

/** The same as review keeps it, of any collection. */
export type Reviewed = {
  collection: string
  /** The workflows that a run can go by; the first one unless another is asked for. */
  workflows: readonly [WorkflowName, ...WorkflowName[]]
  required: readonly string[]
  scopes: Scopes
  present(document: unknown, context: PresentContext): Promise<Projection>
}

/** Completes what a domain said. */
export function define<D>(collection: string, options: ReviewedOptions<D>): Reviewed {
  return {
    collection,
    workflows: [options.workflow, ...(options.rapid === undefined ? [] : [options.rapid])],
    required: options.required,
    // A source record is all claim: whoever checks sources answers for the whole of it.
    scopes: { ...DEFAULT_SCOPES, ...(options.workflow === 'source' ? { sources: WHOLE } : {}), ...options.scopes },
    // Through JSON, as it is stored and hashed: what is undefined is not there.
    present: async (document, context) => JSON.parse(JSON.stringify(await options.present(document as D, context))) as Projection,
  }
}

/** The definition that a collection joined review with, or null for one that did not. */
export function definitionOf(payload: Payload, collection: string): Reviewed | null {
  const config = (payload.collections as Record<string, { config: { custom?: Record<string, unknown> } } | undefined>)[collection]?.config
  return (config?.custom?.reviewed as Reviewed | undefined) ?? null
}

/** The table of a collection, as Payload names it. Only names of our own collections come here, never a client's words. */
export function tableOf(collection: string): string {
  return `"${collection.replaceAll('-', '_')}"`
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value)
}
