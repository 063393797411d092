import type { Queryable } from '@/platform/database'

export const AUDITED = [
  'submitted', 'resubmitted', 'signedOff', 'changesRequested', 'cancelled', 'signOffsVoided', 'exceptionGranted', 'published', 'withdrawn', 'adopted', 'trashed', 'restored',
  'workflowChanged', 'followUpOpened', 'followUpDone', 'confirmed', 'translationChecked',
  'scheduled', 'unscheduled', 'rescheduled', 'scheduleFailed', 'embargoed', 'embargoLifted',
  'releaseMade', 'releaseChanged', 'releaseScheduled', 'releaseUnscheduled', 'released', 'releaseFailed', 'releaseTakenBack', 'releaseCancelled',
  'commented', 'replied', 'messageEdited', 'messageRemoved', 'threadResolved', 'threadReopened', 'threadBlocked', 'threadUnblocked', 'suggestionAccepted', 'suggestionRejected',
  'redactionProposed', 'redactionCancelled', 'redactionCarriedOut', 'redacted',
  'mailTitlesChanged',
  'tookOver', 'leftTextSettled',
  'assigned', 'unassigned',
  'citationChecked',
  'captureKept', 'captureUploaded', 'captureRevoked',
  'linkLocked', 'linkUnlocked', 'sourceVerified', 'signOffsReopened', 'sourceChecked',
  'sourcesMerged', 'sourcesUnmerged',
] as const
export type AuditedAction = (typeof AUDITED)[number]

/**
 * One act. Ids and hashes only, never content or names: rows can't be changed afterwards, and words sometimes must be.
 * `details` holds ids, slot names, counts and hashes.
 */
export type AuditEntry = {
  actor: string | null
  action: AuditedAction
  collection: string
  document: string
  before?: string | null
  after?: string | null
  run?: string | null
  details?: Record<string, string | number | boolean | string[] | null>
}

/**
 * Appends to the audit chain, in the transaction of what it records. It holds the chain's lock until the transaction
 * ends, so make it the last statement.
 */
export async function appendAudit(tx: Queryable, entry: AuditEntry): Promise<void> {
  const { actor, action, collection, document, before = null, after = null, run = null, details = {} } = entry
  await tx.query('select handbill.append_audit($1, $2, $3, $4, $5, $6, $7, $8)', [actor, action, collection, document, before, after, run, JSON.stringify(details)])
}
