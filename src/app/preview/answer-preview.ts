import config from '@payload-config'
import { createLocalReq, getPayload } from 'payload'
import { createHash } from 'node:crypto'
import { renderWouldBe, type WouldBe } from '@/edition/preview'
import { env } from '@/env'
import { publicPool } from '@/platform/database'
import { publishedReader } from '@/publishing/published-reader'
import { definitionOf } from '@/review/definition'
import { freeze } from '@/review/freeze'
import { Refused } from '@/review/refusal'
import { requireActor, requireDocument } from '@/review/request'

export type PreviewParams = { collection: string; id: string }

/**
 * The one script of previews, and of nothing that readers get: tells Payload's live preview that the page is there, loads
 * it anew after each save, and opens links elsewhere, as a public page lets nobody frame it.
 */
const SCRIPT = [
  `addEventListener('message',e=>{if(e.origin===location.origin&&e.data&&e.data.type==='payload-document-event')location.reload()})`,
  `document.addEventListener('click',e=>{const a=e.target.closest&&e.target.closest('a[href]');if(a&&!a.getAttribute('href').startsWith('#'))a.target='_blank'})`,
  `const w=window.opener||window.parent;if(w!==window)w.postMessage({type:'payload-live-preview',ready:true},location.origin)`,
].join(';')

// A feed reader's plain look: the item brings no styles of its own.
const READER_STYLE = 'body{max-width:40rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.6 Charter,Georgia,"Noto Naskh Arabic",serif}img{max-width:100%;height:auto}@media(prefers-color-scheme:dark){body{background:#16150f;color:#eee}a{color:#9cf}}'

function hashOf(content: string): string {
  return `'sha256-${createHash('sha256').update(content).digest('base64')}'`
}

const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': `default-src 'none'; style-src 'self' ${hashOf(READER_STYLE)}; img-src 'self'; media-src 'self'; script-src ${hashOf(SCRIPT)}; form-action 'none'; base-uri 'none'; frame-ancestors 'self'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex',
} as const

/**
 * Answers with a document as readers or subscribers would get it if it went public now: for people who are signed in and
 * may read it, asked anew at each request, and never kept by anybody.
 */
export async function answerPreview(request: Request, { collection, id }: PreviewParams, view: 'page' | 'feed'): Promise<Response> {
  const payload = await getPayload({ config })
  const { user } = await payload.auth({ headers: request.headers, canSetHeaders: false })
  const req = await createLocalReq({ ...(user === null ? {} : { user }) }, payload)
  req.routeParams = { id }
  const definition = definitionOf(payload, collection)
  if (definition === null) return words(404, 'There is nothing to preview here.', 'لا شيء للمعاينة هنا.')
  try {
    requireActor(req)
    const document = await requireDocument(req, collection)
    const frozen = await freeze(req, definition, document)
    const at = new Date().toISOString()
    const wouldBe = (each: { collection: string; document: string; projection: unknown }): WouldBe => ({ ...each, at }) as WouldBe
    const origin = env().siteUrl
    const rendered = await renderWouldBe(wouldBe({ collection, document: document.id, projection: frozen.projection }), publishedReader(publicPool()), { origin, companions: frozen.companions.map(wouldBe) })
    const html = view === 'page' ? rendered.pageHtml : rendered.feedItemHtml
    if (html === null) return words(404, 'This does not stand in feeds.', 'هذا لا يظهر في الخلاصات.')
    return new Response(withScript(withDeskImages(html, origin), view), { headers: HEADERS })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { status, message } = error.refusal
    return words(status, message, status === 401 ? 'يرجى تسجيل الدخول أولًا.' : 'لا يمكنك معاينة هذا.')
  }
}

/** Images that aren't public yet are had from the desk, which asks who wants them. */
function withDeskImages(html: string, origin: string): string {
  return html.replace(/ (src|srcset)="([^"]*)"/g, (_, name: string, value: string) => ` ${name}="${value.replaceAll(`${origin}/media/`, '/media/').replaceAll('/media/', '/api/media/file/')}"`)
}

function withScript(html: string, view: 'page' | 'feed'): string {
  const styled = view === 'feed' ? html.replace('</head>', () => `<style>${READER_STYLE}</style></head>`) : html
  return styled.replace('</body>', () => `<script>${SCRIPT}</script></body>`)
}

function words(status: number, english: string, arabic: string): Response {
  const login = status === 401 ? '<p><a href="/admin/login">Sign in · تسجيل الدخول</a></p>' : ''
  const html = `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Preview</title></head><body><p>${escape(english)}</p><p lang="ar" dir="rtl">${arabic}</p>${login}</body></html>\n`
  return new Response(withScript(html, 'feed'), { status, headers: HEADERS })
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
