import type { Queryable } from '@/platform/database'

/**
 * What may be done with a source's address. `archivePublicly`: kept here, shown to readers, and given to a public archive once it is
 * published. `localOnly`: kept here, for the desk. `neverFetch`: its host must not learn that somebody looks.
 */
const CAPTURE_POLICIES = ['archivePublicly', 'localOnly', 'neverFetch'] as const
export type CapturePolicy = (typeof CAPTURE_POLICIES)[number]

/** A source as keeping copies of it needs it. `policy`: as it stands for this source, a private one never being archived in public. */
export type SourcePolicy = { policy: CapturePolicy; isPrivate: boolean; url: string | null; title: string; slug: string | null }

type Row = { id: string; policy: string | null; visibility: string | null; url: string | null; title: string | null; slug: string | null }

/**
 * What holds for a source; null where there is none. What nobody decided is `localOnly`: a copy is made, and nobody is shown or told.
 */
export async function policyOf(tx: Queryable, source: string): Promise<SourcePolicy | null> {
  return (await policiesOf(tx, [source])).get(source) ?? null
}

/** The same of several sources, by their ids; those that aren't there are missing. */
export async function policiesOf(tx: Queryable, sources: readonly string[]): Promise<Map<string, SourcePolicy>> {
  const { rows } = await tx.query<Row>(
    `select id::text, to_jsonb(s) ->> 'capture_policy' as policy, visibility, url, title, slug from sources s where id = any($1::uuid[]) and deleted_at is null`,
    [[...sources]],
  )
  return new Map(rows.map((row) => [row.id, toPolicy(row)]))
}

function toPolicy(row: Row): SourcePolicy {
  const isPrivate = row.visibility === 'private'
  const chosen = CAPTURE_POLICIES.find((policy) => policy === row.policy) ?? 'localOnly'
  return { policy: isPrivate && chosen === 'archivePublicly' ? 'localOnly' : chosen, isPrivate, url: row.url?.trim() || null, title: row.title ?? '', slug: row.slug }
}

/** Whether a copy may be fetched: of a private source only if a person asked for it. */
export function mayFetch({ policy, isPrivate }: Pick<SourcePolicy, 'policy' | 'isPrivate'>, why: 'linked' | 'asked' | 'published'): boolean {
  return policy !== 'neverFetch' && (!isPrivate || why === 'asked')
}
