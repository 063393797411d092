import { database } from '@/platform/database'

let made = 0

/** A source in the database, without the desk; returns its id. */
export async function makeSource({ url, visibility = 'public', title }: { url: string; visibility?: 'public' | 'private'; title?: string }): Promise<string> {
  made += 1
  const { rows } = await database().query<{ id: string }>(`insert into sources (title, slug, language, kind, visibility, url) values ($1, $2, 'en', 'webpage', $3, $4) returning id`, [title ?? `Source ${made}`, `source-${made}`, visibility, url])
  return rows[0]?.id ?? ''
}
