import type { CollectionSlug } from 'payload'
import sharp from 'sharp'
import type { Role } from '@/permissions/roles'
import { database } from '@/platform/database'
import type { Answered, Desk, Person } from './desk'

/** The people who make and carry fixtures; none of them is ever the one whose rights are tested. */
export type Team = Record<'author' | 'sources' | 'care' | 'copy' | 'legal' | 'publisher' | 'administrator', Person>

/** Where a document can stand when somebody tries something with it. */
export type State = 'draft' | 'trashed' | 'in-review' | 'names-people' | 'checked' | 'approved' | 'live' | 'withdrawn'

export type Newsroom = {
  team: Team
  /** Data that is complete enough to be submitted; no two alike. */
  complete(collection: CollectionSlug): Promise<Record<string, unknown>>
  /** Writes a complete document as `by` (the author unless said) and returns its id. */
  write(collection: CollectionSlug, more?: Record<string, unknown>, by?: Person): Promise<string>
  /** Takes a document of the author through its workflow until it stands in `state`. */
  bring(collection: string, id: string, state: State): Promise<void>
  /** Writes a document and brings it to `state`. */
  make(collection: CollectionSlug, state: State, more?: Record<string, unknown>): Promise<string>
  /** Sends a call that has to succeed; throws what was answered where it does not. */
  must(person: Person, call: string, body?: unknown): Promise<Answered>
  /**
   * From here on counts every publication as baked, so that a withdrawal is answered without a worker. What is to be baked
   * after all is, once `handbill.bakes` is empty again.
   */
  withoutBaking(): Promise<void>
  /** The rows of one statement of SQL, as the database's owner. */
  sql<R extends Record<string, unknown>>(text: string, values?: unknown[]): Promise<R[]>
}

/** The slots of each collection's workflow, the approving one last. Source: DESIGN section 5. */
export const SLOTS: Readonly<Record<string, readonly (keyof Team)[]>> = {
  articles: ['sources', 'care', 'copy'],
  'social-posts': ['care'],
  exchanges: ['care'],
  sources: ['sources'],
}

/** A Lexical state of paragraphs; an array in place of a text is a paragraph's nodes. */
export function lexical(...paragraphs: (string | object[])[]): object {
  return {
    root: {
      type: 'root',
      format: '',
      indent: 0,
      version: 1,
      direction: 'ltr',
      children: paragraphs.map((paragraph) => ({
        type: 'paragraph',
        format: '',
        indent: 0,
        version: 1,
        direction: 'ltr',
        textFormat: 0,
        children: typeof paragraph === 'string' ? [textNode(paragraph)] : paragraph,
      })),
    },
  }
}

/** A Lexical text node. */
export function textNode(text: string): object {
  return { type: 'text', text, format: 0, style: '', mode: 'normal', detail: 0, version: 1 }
}

/** A Lexical node of a citation. */
export function citationNode(fields: Record<string, unknown>): object {
  return { type: 'inlineBlock', version: 1, fields: { blockType: 'citation', id: 'c'.padEnd(24, '0'), ...fields } }
}

/** A small JPEG with words and a place in its metadata, as a camera would leave them. */
export async function picture(words = 'somewhere'): Promise<Buffer> {
  return sharp({ create: { width: 64, height: 48, channels: 3, background: '#884422' } })
    .jpeg()
    .withExif({ IFD0: { Artist: words, Copyright: words, ImageDescription: words }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1', GPSAreaInformation: words } })
    .toBuffer()
}

/** A multipart body for `POST /media`. */
export function uploadForm(data: Record<string, unknown>, file: { bytes: Uint8Array; name: string; type: string }): FormData {
  const form = new FormData()
  form.set('_payload', JSON.stringify(data))
  form.set('file', new Blob([new Uint8Array(file.bytes)], { type: file.type }), file.name)
  return form
}

/** A team, and documents of it in every state of review. Needs an open desk. */
export async function openNewsroom(desk: Desk): Promise<Newsroom> {
  const one = (role: Role) => desk.person(`Team ${role}`, [role])
  const team: Team = {
    author: await desk.person('Team author', ['editor']),
    sources: await one('sources'),
    care: await one('care'),
    copy: await one('copy'),
    legal: await one('legal'),
    publisher: await one('publisher'),
    administrator: await one('administrator'),
  }
  let made = 0
  const shared: { source?: Promise<string>; term?: Promise<string>; post?: Promise<string> } = {}

  const must: Newsroom['must'] = async (person, call, body) => {
    const answered = await desk.rest(person, call, body === undefined ? {} : { body })
    if (answered.status >= 300) throw new Error(`${person.name}, ${call}: ${answered.status} ${answered.text.slice(0, 600)}`)
    return answered
  }
  const write: Newsroom['write'] = async (collection, more = {}, by = team.author) => {
    if (collection === 'media') {
      const answered = await desk.rest(by, 'POST /media', { raw: uploadForm({ ...(await complete('media')), ...more }, { bytes: await picture(), name: 'picture.jpg', type: 'image/jpeg' }) })
      if (answered.status !== 201) throw new Error(`Upload: ${answered.status} ${answered.text.slice(0, 600)}`)
      return String(answered.body.doc.id)
    }
    return String((await must(by, `POST /${collection}`, { ...(await complete(collection)), ...more })).body.doc.id)
  }
  const source = () => (shared.source ??= write('sources', { title: 'A source that all texts share' }))
  const term = () => (shared.term ??= write('content-warnings', { key: 'shared-term' }, team.care))
  const post = () => (shared.post ??= write('social-posts', { title: 'A post that all exchanges share' }))

  const complete: Newsroom['complete'] = async (collection) => {
    made += 1
    const title = `${collection} ${made}`
    const reviewedText = { warningReview: 'assessed', warnings: [{ term: collection === 'content-warnings' ? null : await term(), depiction: 'mentioned', intensity: 'brief' }] }
    switch (collection) {
      case 'articles':
        return { title, language: 'en', kind: 'original', standfirst: 'What it is about.', ...reviewedText, body: lexical([textNode('A claim.'), citationNode({ key: 'aaaaaaaa', source: await source(), quote: 'The words relied on' })], 'And a second paragraph.') }
      case 'social-posts':
        return { title, language: 'en', platform: 'x', account: { name: 'Somebody' }, text: 'As it was posted.', ...reviewedText }
      case 'exchanges':
        return { title, language: 'en', standfirst: 'What it is about.', posts: [{ post: await post() }], ...reviewedText }
      case 'pages':
        return { title, language: 'en', body: lexical('A page.') }
      case 'campaigns':
        return { title, language: 'en', standfirst: 'What it wants.' }
      case 'sources':
        return { title, language: 'en', kind: 'report' }
      case 'content-warnings':
        return { key: `term-${made}`, label: { en: title, ar: title } }
      case 'media':
        return { alt: title }
      case 'users':
        return { email: `user.${made}@desk.example`, name: title, password: 'a-long-enough-password', roles: ['contributor'] }
      default:
        return { title, language: 'en' }
    }
  }

  const bring: Newsroom['bring'] = async (collection, id, state) => {
    const at = `/${collection}/${id}`
    if (state === 'draft') return
    if (state === 'trashed') {
      await must(team.author, `PATCH ${at}`, { deletedAt: new Date().toISOString() })
      return
    }
    await must(team.author, `POST ${at}/review/submit`, { namesPeople: state === 'names-people' })
    if (state === 'in-review' || state === 'names-people') return
    for (const slot of SLOTS[collection] ?? []) await must(team[slot], `POST ${at}/review/sign-off`, { slot })
    if (state === 'checked') return
    await must(team.publisher, `POST ${at}/review/sign-off`, { slot: 'approval' })
    if (state === 'approved') return
    await must(team.publisher, `POST ${at}/publishing/publish`, {})
    if (state === 'live') return
    await must(team.publisher, `POST ${at}/publishing/withdraw`, { reason: 'A test', publicNote: 'Withdrawn for a test.' })
  }

  return {
    team,
    complete,
    write,
    bring,
    must,
    async make(collection, state, more) {
      const id = await write(collection, more)
      await bring(collection, id, state)
      return id
    },
    async withoutBaking() {
      await database().query(`
        create function handbill.count_as_baked() returns trigger language plpgsql as $$ begin insert into handbill.bakes (publication) values (new.id); return new; end $$;
        create trigger count_as_baked after insert on publications for each row execute function handbill.count_as_baked()`)
    },
    async sql(text, values) {
      return (await database().query(text, values)).rows
    },
  }
}
