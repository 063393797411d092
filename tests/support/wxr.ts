import type { WxrEvent } from '@/import/wxr/types'
import { readWxr } from '@/import/wxr/parse'
import type { WxrLimits } from '@/import/wxr/types'

/** One item of an export made for a test; what isn't given is as a published post of WordPress has it. */
export type TestItem = {
  id?: number
  title?: string
  link?: string
  content?: string
  excerpt?: string
  date?: string
  slug?: string
  status?: string
  type?: string
  password?: string
  creator?: string
  extra?: string
}

const cdata = (value: string) => `<![CDATA[${value.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`

export function itemXml(item: TestItem = {}): string {
  const id = item.id ?? 1
  const date = item.date ?? '2019-05-04 10:00:00'
  return `<item><title>${cdata(item.title ?? `Post ${id}`)}</title><link>${item.link ?? `https://orchard.example/2019/05/post-${id}/`}</link><pubDate></pubDate>
<dc:creator>${cdata(item.creator ?? 'mira')}</dc:creator><guid isPermaLink="false">https://orchard.example/?p=${id}</guid>
<content:encoded>${cdata(item.content ?? '<p>Words.</p>')}</content:encoded><excerpt:encoded>${cdata(item.excerpt ?? '')}</excerpt:encoded>
<wp:post_id>${id}</wp:post_id><wp:post_date>${date}</wp:post_date><wp:post_date_gmt>${date}</wp:post_date_gmt><wp:post_name>${cdata(item.slug ?? `post-${id}`)}</wp:post_name>
<wp:status>${item.status ?? 'publish'}</wp:status><wp:post_parent>0</wp:post_parent><wp:post_type>${item.type ?? 'post'}</wp:post_type>
<wp:post_password>${cdata(item.password ?? '')}</wp:post_password><wp:is_sticky>0</wp:is_sticky>${item.extra ?? ''}</item>\n`
}

export const WXR_HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wfw="http://wellformedweb.org/CommentAPI/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>The Orchard Line</title><link>https://orchard.example</link><language>en-GB</language><wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>https://orchard.example</wp:base_site_url><wp:base_blog_url>https://orchard.example</wp:base_blog_url>
<wp:author><wp:author_id>1</wp:author_id><wp:author_login><![CDATA[mira]]></wp:author_login><wp:author_email><![CDATA[mira@orchard.example]]></wp:author_email><wp:author_display_name><![CDATA[Mira Holt]]></wp:author_display_name></wp:author>
`
export const WXR_TAIL = '</channel></rss>\n'

export function wxr(...items: TestItem[]): string {
  return `${WXR_HEAD}${items.map(itemXml).join('')}${WXR_TAIL}`
}

/** The bytes of a text or buffer as a stream of chunks of `size` bytes. */
export async function* chunksOf(content: string | Uint8Array, size = 1_000): AsyncGenerator<Uint8Array> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

export async function eventsOf(content: string | Uint8Array, limits?: WxrLimits, chunk?: number): Promise<WxrEvent[]> {
  const events: WxrEvent[] = []
  for await (const event of readWxr(chunksOf(content, chunk), limits)) events.push(event)
  return events
}
