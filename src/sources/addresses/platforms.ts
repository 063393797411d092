import type { Platform } from '@/record/projections'

type Reading = { platform: Platform; postId?: string }
/** `read` gets the address with its platform's own host; returns the post's id, or undefined where it is no post. */
type Row = { platform: Platform; hosts: RegExp; read: (url: URL) => string | undefined }

const pathOf = (pattern: RegExp) => (url: URL) => pattern.exec(url.pathname)?.[1]

/** Ids of Facebook's posts, pictures and films are of one kind, so that a post has one id however its page is named. */
function facebookPost(url: URL): string | undefined {
  const named = /^\/(?:permalink|story|photo|video)\.php$|^\/(?:photo|watch|watch\/live|reel)\/?$/.test(url.pathname) ? (url.searchParams.get('story_fbid') ?? url.searchParams.get('fbid') ?? url.searchParams.get('v')) : null
  if (named !== null && /^\w+$/.test(named)) return named
  return /^\/(?:reel|events)\/(\d+)/.exec(url.pathname)?.[1] ?? /^\/(?:groups\/)?[^/]+\/(?:posts|permalink|videos|photos)\/(?:[^/]+\/)*(pfbid\w+|\d+)\/?$/.exec(url.pathname)?.[1]
}

function youtubeFilm(url: URL): string | undefined {
  if (url.pathname === '/watch') return /^[\w-]+$/.exec(url.searchParams.get('v') ?? '')?.[0]
  return /^\/(?:shorts|live|embed|v|e)\/([\w-]+)/.exec(url.pathname)?.[1]
}

function telegramPost(url: URL): string | undefined {
  const [, channel, id] = /^\/(?:s\/)?((?:c\/\d+|[a-z]\w{2,}))\/(?:\d+\/)?(\d+)\/?$/i.exec(url.pathname) ?? []
  const comment = url.searchParams.get('comment')
  return channel === undefined || id === undefined ? undefined : `${channel.toLowerCase()}/${id}${comment !== null && /^\d+$/.test(comment) ? `/${comment}` : ''}`
}

const ROWS: Row[] = [
  { platform: 'x', hosts: /^x\.com$/, read: pathOf(/^\/(?:i\/(?:web\/)?|[^/]+\/)status(?:es)?\/(\d+)/) },
  { platform: 'facebook', hosts: /^(www\.facebook\.com|fb\.watch|fb\.com)$/, read: facebookPost },
  { platform: 'instagram', hosts: /(^|\.)instagram\.com$/, read: pathOf(/^\/(?:(?:[\w.]+\/)?(?:p|reel|reels|tv)|stories\/[\w.]+)\/([\w-]+)/) },
  // The second part is a time in microseconds; a handle changes, and stands for a DID.
  { platform: 'bluesky', hosts: /^bsky\.app$/, read: pathOf(/^\/profile\/[^/]+\/post\/([a-z2-7]+)/) },
  { platform: 'telegram', hosts: /^t\.me$/, read: telegramPost },
  { platform: 'tiktok', hosts: /(^|\.)tiktok\.com$/, read: pathOf(/^\/(?:@[^/]*\/(?:video|photo)|v|embed(?:\/v2)?|player\/v1)\/(\d+)/) },
  { platform: 'youtube', hosts: /^www\.youtube\.com$/, read: youtubeFilm },
  {
    platform: 'linkedin', hosts: /(^|\.)linkedin\.com$/,
    read: (url) => {
      const [, kind, id] = /^\/posts\/.*-(activity|share|ugcpost)-(\d{10,})/i.exec(url.pathname) ?? /^\/(?:embed\/)?feed\/update\/urn(?::|%3A)li(?::|%3A)(activity|share|ugcPost)(?::|%3A)(\d+)/i.exec(url.pathname) ?? []
      return kind === undefined || id === undefined ? undefined : `${kind.toLowerCase()}/${id}`
    },
  },
]

/** Twitter is X, phones' hosts are a platform's own, and a short film address is the long one; changes `url`. */
export function settlePlatformHost(url: URL): void {
  const host = url.hostname
  if (/^(www\.|mobile\.|m\.)?(twitter|x)\.com$/.test(host)) url.hostname = 'x.com'
  else if (/^((m|mobile|mbasic|touch|web|free|[a-z]{2}-[a-z]{2})\.)?facebook\.com$/.test(host)) url.hostname = 'www.facebook.com'
  else if (/^(m|www)\.tiktok\.com$/.test(host)) url.hostname = 'www.tiktok.com'
  else if (/^(www\.)?(telegram\.(me|dog)|t\.me)$/.test(host)) url.hostname = 't.me'
  else if (/^[a-z]\w{3,}\.t\.me$/.test(host)) {
    url.pathname = `/${host.replace(/\.t\.me$/, '')}${url.pathname}`
    url.hostname = 't.me'
  } else if (/^((m|music|gaming)\.)?youtube\.com$/.test(host) || /^(www\.)?youtube-nocookie\.com$/.test(host)) url.hostname = 'www.youtube.com'
  else if (/^(www\.)?youtu\.be$/.test(host) && /^\/[\w-]+\/?$/.test(url.pathname)) {
    url.searchParams.set('v', url.pathname.replaceAll('/', ''))
    url.hostname = 'www.youtube.com'
    url.pathname = '/watch'
  }
  if (url.hostname === 'www.youtube.com') settleFilm(url)
}

// An embedded film is no page to read.
function settleFilm(url: URL): void {
  const id = /^\/(?:embed|v|e)\/([\w-]+)\/?$/.exec(url.pathname)?.[1]
  if (id === undefined || id === 'videoseries') return
  url.searchParams.set('v', id)
  url.pathname = '/watch'
}

/** The platform that an address with its settled host belongs to, and the post that it leads to. */
export function readPlatform(url: URL): Reading | undefined {
  const row = ROWS.find(({ hosts }) => hosts.test(url.hostname))
  if (row !== undefined) {
    const postId = row.read(url)
    return { platform: row.platform, ...(postId === undefined ? {} : { postId }) }
  }
  const [, id] = /^\/(?:(?:web|deck)\/)?(?:@[\w.-]+(?:@[\w.-]+)?|users\/[\w.-]+\/statuses)\/(\d{5,})\/?$/.exec(url.pathname) ?? []
  return id === undefined ? undefined : { platform: 'mastodon', postId: `${url.host}/${id}` }
}
