import type { Queryable } from '@/platform/database'
import type { Anchor } from './anchor'
import type { ThreadFacts } from './rights'

export type MessageRow = { id: string; by: string; at: string; words: string; editedAt: string | null; isRemoved: boolean; mentions: string[] }
/** A thread as it is stored. Without a field it is about the whole document, without an anchor about the whole field. */
export type ThreadRow = {
  id: string
  field: string | null
  anchor: Anchor | null
  replacement: string | null
  by: string
  at: string
  blockedBy: string | null
  state: ThreadFacts['state']
  settledBy: string | null
  settledAt: string | null
  messages: MessageRow[]
}

const COLUMNS = `thread.id, thread.field, thread.anchor, thread.replacement, thread.by, to_jsonb(thread.at) #>> '{}' as at, thread.blocked_by as "blockedBy", thread.state,
  thread.settled_by as "settledBy", to_jsonb(thread.settled_at) #>> '{}' as "settledAt",
  coalesce((select jsonb_agg(jsonb_build_object('id', message.id, 'by', message.by, 'at', message.at, 'words', message.words, 'editedAt', message.edited_at, 'isRemoved', message.removed_at is not null,
    'mentions', coalesce((select jsonb_agg(person order by person) from handbill.thread_mentions mention where mention.message = message.id), '[]')) order by message.at, message.id)
    from handbill.thread_messages message where message.thread = thread.id), '[]') as messages`

/** The threads of a document: open ones first, then the settled ones, of each the newest first. */
export async function loadThreads(db: Queryable, collection: string, document: string): Promise<ThreadRow[]> {
  const { rows } = await db.query<ThreadRow>(
    `select ${COLUMNS} from handbill.threads thread where collection = $1 and document = $2 order by state <> 'open', thread.at desc, thread.id limit 1000`,
    [collection, document],
  )
  return rows
}

/** One thread of a document, locked until the transaction ends; null if it has no such thread. */
export async function lockThread(tx: Queryable, collection: string, document: string, id: string): Promise<ThreadRow | null> {
  const { rows } = await tx.query<ThreadRow>(`select ${COLUMNS} from handbill.threads thread where collection = $1 and document = $2 and id = $3 for update`, [collection, document, id])
  return rows[0] ?? null
}

/** What rights hang on. */
export function factsOf(thread: ThreadRow): ThreadFacts {
  return { by: thread.by, blockedBy: thread.blockedBy, isSuggestion: thread.replacement !== null, state: thread.state }
}

export type NewThread = { collection: string; document: string; field: string | null; anchor: Anchor | null; replacement: string | null; by: string; at: Date; isBlocking: boolean }

/** Begins a thread and returns its id. Its first message is for the caller to add. */
export async function insertThread(tx: Queryable, { collection, document, field, anchor, replacement, by, at, isBlocking }: NewThread): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    'insert into handbill.threads (collection, document, field, anchor, replacement, by, at, blocked_by, blocked_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id',
    [collection, document, field, anchor === null ? null : JSON.stringify(anchor), replacement, by, at, isBlocking ? by : null, isBlocking ? at : null],
  )
  return (rows[0] as { id: string }).id
}

export type NewMessage = { collection: string; document: string; thread: string; by: string; at: Date; words: string; mentions: readonly string[] }

/** Adds a message with its mentions and returns its id. */
export async function insertMessage(tx: Queryable, { thread, by, at, words, ...rest }: NewMessage): Promise<string> {
  const { rows } = await tx.query<{ id: string }>('insert into handbill.thread_messages (thread, by, at, words) values ($1, $2, $3, $4) returning id', [thread, by, at, words])
  const { id } = rows[0] as { id: string }
  await mention(tx, { ...rest, message: id })
  return id
}

async function mention(tx: Queryable, { collection, document, message, mentions }: { collection: string; document: string; message: string; mentions: readonly string[] }): Promise<void> {
  if (mentions.length === 0) return
  await tx.query('insert into handbill.thread_mentions (message, person, collection, document) select $1, person, $2, $3 from unnest($4::uuid[]) person', [message, collection, document, mentions])
}

/** Puts other words and mentions in the place of a message's. */
export async function rewriteMessage(tx: Queryable, { message, words, at, ...rest }: { collection: string; document: string; message: string; words: string; at: Date; mentions: readonly string[] }): Promise<void> {
  await tx.query('update handbill.thread_messages set words = $2, edited_at = $3 where id = $1', [message, words, at])
  await tx.query('delete from handbill.thread_mentions where message = $1', [message])
  await mention(tx, { ...rest, message })
}

/** Takes a message's words away, and the right to read with which it called people in; that there was one stays to be seen. */
export async function removeMessage(tx: Queryable, message: string, at: Date): Promise<void> {
  await tx.query(`update handbill.thread_messages set words = '', removed_at = $2 where id = $1`, [message, at])
  await tx.query('delete from handbill.thread_mentions where message = $1', [message])
}

/** Settles a thread, or opens it again. */
export async function settleThread(tx: Queryable, id: string, state: ThreadFacts['state'], by: string, at: Date): Promise<void> {
  const isOpen = state === 'open'
  await tx.query('update handbill.threads set state = $2, settled_by = $3, settled_at = $4 where id = $1', [id, state, isOpen ? null : by, isOpen ? null : at])
}

/** Makes a thread stop approval, by the will of `by`; null lifts that. */
export async function setBlocking(tx: Queryable, id: string, by: string | null, at: Date): Promise<void> {
  await tx.query('update handbill.threads set blocked_by = $2, blocked_at = $3 where id = $1', [id, by, by === null ? null : at])
}
