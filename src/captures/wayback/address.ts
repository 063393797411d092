/** Parameters that let whoever holds them in, or say who shared a link. */
const KEYS = /^(?:access_?token|token|auth|authkey|key|api_?key|sig|signature|x-amz-.*|x-goog-.*|se|sp|sv|expires|policy|hdnea|invite|pwd|password|pass|session|sid|jwt|code|secret|share_?id|s?id_token)$/i
/** Hosts whose links are invitations or unlisted by nature. */
const UNLISTED_HOSTS = /(?:^|\.)(?:drive\.google\.com|docs\.google\.com|dropbox\.com|1drv\.ms|onedrive\.live\.com|wetransfer\.com|we\.tl|discord\.gg|chat\.whatsapp\.com|signal\.group|zoom\.us|meet\.google\.com|sharepoint\.com|icloud\.com)$/i
const UNLISTED_PATHS = /^\/(?:joinchat\/|\+|invite\/)/i

/**
 * Whether an address may be given to a public archive, which shows it to everybody: not where it is an invitation, is signed, or holds a key or
 * a fragment that may be one.
 */
export function isForTheArchive(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, pathname, searchParams, username, password } = new URL(address)
  if (!/^https?:$/.test(protocol) || username !== '' || password !== '') return false
  if (UNLISTED_HOSTS.test(hostname) || UNLISTED_PATHS.test(pathname)) return false
  return ![...searchParams.keys()].some((name) => KEYS.test(name))
}
