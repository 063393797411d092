import type { LinkWarning } from './link'

const SIGNED = /^(?:x-(?:amz|goog)-(?:signature|credential|security-token)|signature|sig|hmac|access_?token|auth_?token|id_token|token|auth_?key|jwt|session_?id|phpsessid|jsessionid|key-pair-id|hdnts|hdnea|resourcekey|oh|otp|invite_?token)$/i

/** Each matches host, path and query of an address: what the warning says can be known from nothing else. */
const PLACES: [LinkWarning, RegExp][] = [
  ['invite', /^(?:t\.me\/(?:\+|joinchat\/|addlist\/)|chat\.whatsapp\.com\/|discord\.gg\/|(?:www\.)?discord(?:app)?\.com\/invite\/|signal\.(?:group|me)\/|[\w-]*\.?zoom\.us\/[jw]\/|meet\.google\.com\/\w|teams\.(?:microsoft|live)\.com\/(?:l\/meetup-join|meet)|join\.slack\.com\/|groups\.google\.com\/.*\/join)/i],
  ['unlisted', /^(?:t\.me\/c\/|docs\.google\.com\/.*\/d\/|drive\.google\.com\/|(?:photos\.google\.com\/share|photos\.app\.goo\.gl)\/|(?:www\.)?dropbox\.com\/(?:s|sh|scl|t)\/|1drv\.ms\/|onedrive\.live\.com\/|[\w-]+\.sharepoint\.com\/|we\.tl\/|(?:[\w-]+\.)?wetransfer\.com\/|mega\.(?:nz|co\.nz)\/|www\.icloud\.com\/|[\w-]+\.box\.com\/s\/|[^/]+\/(?:index\.php\/)?s\/[A-Za-z0-9]{15}(?:[/?]|$)|(?:www\.)?discord\.com\/channels\/|pad\.[^/]+\/)/i],
  ['shortener', /^(?:bit\.ly|t\.co|tinyurl\.com|goo\.gl|maps\.app\.goo\.gl|g\.co|ow\.ly|buff\.ly|is\.gd|v\.gd|lnkd\.in|fb\.me|fb\.watch|dlvr\.it|trib\.al|rb\.gy|cutt\.ly|shorturl\.at|wp\.me|amzn\.to|amzn\.eu|a\.co|nyti\.ms|bbc\.in|aje\.io|reut\.rs|gu\.com|wapo\.st|cnn\.it|ift\.tt|j\.mp|tiny\.cc|t\.ly|s\.id|vm\.tiktok\.com|vt\.tiktok\.com|redd\.it|pic\.twitter\.com|pic\.x\.com|apple\.news|flip\.it|search\.app|share\.google|shorturl\.\w+|qr\.ae|urlz\.fr|bitly\.ws|u\.to|2u\.pw)\/./i],
  ['shortener', /^(?:www\.facebook\.com\/share\/|(?:www\.)?instagram\.com\/share\/|www\.tiktok\.com\/t\/|(?:[a-z]+\.)?reddit\.com\/r\/[^/]+\/s\/|share\.[^/]+\/s\/)/i],
]

/** What an address tells by itself to be careful with. */
export function warningsOf(url: URL): LinkWarning[] {
  const address = `${url.host}${url.pathname}${url.search}`
  const places = PLACES.filter(([, pattern]) => pattern.test(address)).map(([warning]) => warning)
  const isSigned = [...url.searchParams.keys()].some((name) => SIGNED.test(name)) || /;jsessionid=/i.test(url.pathname)
  return [...new Set([...(isSigned ? (['signed'] as const) : []), ...places])]
}
