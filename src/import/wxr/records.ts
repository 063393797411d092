import { BrokenExport } from '../broken-export'
import type { WxrEvent, WxrItem, WxrLimits, WxrSite } from './types'

/** Custom fields whose value an import reads whole. */
const READ_META = new Set(['footnotes', '_thumbnail_id', '_wp_attached_file', '_wp_attachment_image_alt'])
const OTHER_META_LENGTH = 200

type Fields = Map<string, string>
type Group = { name: string; depth: number; fields: Fields }

/** Elements that hold fields of their own; all others below the channel are fields. */
const GROUPS = new Set(['wp:author', 'wp:category', 'wp:tag', 'wp:term', 'item', 'wp:postmeta', 'wp:comment', 'wp:commentmeta', 'wp:termmeta', 'image'])

function emptyItem(line: number): WxrItem {
  return {
    line, id: '', title: '', link: '', guid: '', creator: '', content: '', excerpt: '', date: '', dateGmt: '', pubDate: '', slug: '', status: '', type: '',
    parent: '', hasPassword: false, isSticky: false, attachmentUrl: '', terms: [], meta: [], comments: 0,
  }
}

function fillItem(item: WxrItem, fields: Fields): WxrItem {
  const get = (name: string) => fields.get(name) ?? ''
  const trimmed = (name: string) => get(name).trim()
  return {
    ...item,
    id: trimmed('wp:post_id'),
    title: get('title'),
    link: trimmed('link'),
    guid: trimmed('guid'),
    creator: trimmed('dc:creator'),
    content: get('content:encoded'),
    excerpt: get('excerpt:encoded'),
    date: trimmed('wp:post_date'),
    dateGmt: trimmed('wp:post_date_gmt'),
    pubDate: trimmed('pubDate'),
    slug: trimmed('wp:post_name'),
    status: trimmed('wp:status'),
    type: trimmed('wp:post_type') || 'post',
    parent: trimmed('wp:post_parent'),
    hasPassword: get('wp:post_password') !== '',
    isSticky: trimmed('wp:is_sticky') === '1',
    attachmentUrl: trimmed('wp:attachment_url'),
  }
}

function termFrom(name: string, get: (field: string) => string): WxrEvent {
  const [taxonomy, slug, label, parent, description] = {
    'wp:category': ['category', get('wp:category_nicename'), get('wp:cat_name'), get('wp:category_parent'), get('wp:category_description')],
    'wp:tag': ['post_tag', get('wp:tag_slug'), get('wp:tag_name'), '', get('wp:tag_description')],
  }[name] ?? [get('wp:term_taxonomy'), get('wp:term_slug'), get('wp:term_name'), get('wp:term_parent'), get('wp:term_description')]
  return { type: 'term', term: { taxonomy: taxonomy ?? '', slug: slug ?? '', name: label ?? '', parent: parent ?? '', description: description ?? '' } }
}

/**
 * Puts the elements of an export together to records. Feed it `open`, `text` and `close` in the order of the file;
 * `take()` hands out what has become whole since the last call; `end()` throws if the file was no WordPress export.
 */
export function createRecordBuilder(limits: WxrLimits, refuse: (message: string) => never, line: () => number) {
  const ready: WxrEvent[] = []
  const channel: Fields = new Map()
  let groups: Group[] = []
  let field: { name: string; depth: number; parts: string[]; length: number; isKept: boolean; attribute: (name: string) => string } | null = null
  let item: WxrItem | null = null
  let itemLength = 0
  const counts = { items: 0, terms: 0 }
  let hasChannel = false
  let isSiteTold = false

  const isUnread = () => groups.some((group) => group.name === 'wp:comment' || group.name === 'wp:termmeta' || group.name === 'image')

  function requireWxr(): void {
    if (!channel.has('wp:wxr_version')) refuse('This is not a WordPress export (WXR): the element wp:wxr_version is missing.')
    const version = channel.get('wp:wxr_version')?.trim() ?? ''
    if (!/^1\.\d$/.test(version)) refuse(`This export has the version "${version}". Versions 1.0 to 1.2 can be read.`)
  }

  function tellSite(): void {
    if (isSiteTold) return
    isSiteTold = true
    const get = (name: string) => channel.get(name)?.trim() ?? ''
    const site: WxrSite = {
      title: get('title'),
      url: (get('wp:base_blog_url') || get('link') || get('wp:base_site_url')).replace(/\/+$/, ''),
      language: get('language'),
      version: get('wp:wxr_version'),
    }
    ready.push({ type: 'site', site })
  }

  function keep(name: string, value: string): void {
    const group = groups.at(-1)
    if (group === undefined) channel.set(name, value)
    else if (!group.fields.has(name)) group.fields.set(name, value)
  }

  function closeGroup(group: Group): void {
    const get = (name: string) => group.fields.get(name)?.trim() ?? ''
    switch (group.name) {
      case 'wp:author':
        ready.push({
          type: 'author',
          author: {
            id: get('wp:author_id'), login: get('wp:author_login'), displayName: get('wp:author_display_name'),
            firstName: get('wp:author_first_name'), lastName: get('wp:author_last_name'),
          },
        })
        break
      case 'wp:category':
      case 'wp:tag':
      case 'wp:term':
        counts.terms += 1
        if (counts.terms > limits.terms) refuse(`The file has more than ${limits.terms} terms.`)
        ready.push(termFrom(group.name, get))
        break
      case 'wp:postmeta': {
        const key = get('wp:meta_key')
        const value = group.fields.get('wp:meta_value') ?? ''
        item?.meta.push({ key, value: READ_META.has(key) ? value : value.slice(0, OTHER_META_LENGTH) })
        break
      }
      case 'wp:comment':
        if (item !== null) item.comments += 1
        break
      case 'item':
        if (item === null) break
        requireWxr()
        tellSite()
        ready.push({ type: 'item', item: fillItem(item, group.fields) })
        item = null
        break
    }
  }

  return {
    open(name: string, depth: number, attribute: (name: string) => string): void {
      if (depth === 1 && name !== 'rss') refuse(`This is not a WordPress export: its outermost element is <${name.replace('other:', '')}>, not <rss>.`)
      if (depth === 2 && name === 'channel') hasChannel = true
      if (depth < 3) return
      if (GROUPS.has(name) && field === null) {
        groups.push({ name, depth, fields: new Map() })
        if (name === 'item') {
          counts.items += 1
          if (counts.items > limits.items) refuse(`The file has more than ${limits.items} items. Export it in parts.`)
          item = emptyItem(line())
          itemLength = 0
        }
        return
      }
      if (field === null) field = { name, depth, parts: [], length: 0, isKept: !isUnread(), attribute }
    },
    text(text: string, depth: number): void {
      if (field === null || depth < field.depth || !field.isKept) return
      field.length += text.length
      if (field.length > limits.fieldCharacters) refuse(`The element <${field.name}> is longer than ${limits.fieldCharacters} characters.`)
      if (item !== null) {
        itemLength += text.length
        if (itemLength > limits.itemCharacters) refuse(`The item that begins on line ${item.line} is longer than ${limits.itemCharacters} characters.`)
      }
      field.parts.push(text)
    },
    close(name: string, depth: number): void {
      if (field !== null && field.depth === depth) {
        const value = field.parts.join('')
        if (name === 'category' && item !== null && groups.at(-1)?.name === 'item') {
          item.terms.push({ taxonomy: field.attribute('domain') || 'category', slug: field.attribute('nicename'), name: value.trim() })
        } else if (field.isKept) keep(name, value)
        field = null
        return
      }
      const group = groups.at(-1)
      if (group !== undefined && group.depth === depth) {
        groups = groups.slice(0, -1)
        closeGroup(group)
      }
    },
    take(): WxrEvent[] {
      return ready.splice(0)
    },
    /** @throws BrokenExport if no channel of a WordPress export was seen. */
    end(): void {
      if (!hasChannel) throw new BrokenExport('This is not a WordPress export: it has no <channel>.')
      requireWxr()
      tellSite()
    },
  }
}
