/** Sites whose address alone on a line WordPress shows as an embedded thing. */
const PROVIDERS = /(^|\.)(youtube\.com|youtu\.be|vimeo\.com|twitter\.com|x\.com|facebook\.com|instagram\.com|tiktok\.com|soundcloud\.com|flickr\.com|dailymotion\.com|t\.me|bsky\.app|spotify\.com|scribd\.com|reddit\.com|ted\.com)$/

export function isEmbedProvider(url: string): boolean {
  return URL.canParse(url) && PROVIDERS.test(new URL(url).hostname.toLowerCase())
}

/** The address at which a person would find what an `<iframe>` shows, or null where it has none on the web. */
export function addressOfFrame(src: string): string | null {
  const absolute = src.startsWith('//') ? `https:${src}` : src
  if (!/^https?:\/\//i.test(absolute) || !URL.canParse(absolute)) return null
  const url = new URL(absolute)
  const host = url.hostname.toLowerCase().replace(/^www\./, '')
  const last = url.pathname.split('/').filter(Boolean).at(-1) ?? ''
  if (/^youtube(-nocookie)?\.com$/.test(host) && url.pathname.startsWith('/embed/')) return `https://www.youtube.com/watch?v=${last}`
  if (host === 'player.vimeo.com') return `https://vimeo.com/${last}`
  const shown = host === 'facebook.com' && url.pathname.startsWith('/plugins/') ? url.searchParams.get('href') : null
  return shown !== null && /^https?:\/\//.test(shown) ? shown : url.href
}
