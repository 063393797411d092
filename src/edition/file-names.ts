/** Extensions that an address may carry itself; every other address is a page and its file gets `.html`. */
const OWN_EXTENSIONS = ['.xml', '.json', '.txt', '.css', '.ico', '.svg', '.bib', '.ris']
/** Most file systems take names of 255 octets; `.html.br` and the name of the file while it is written must fit as well. */
const LONGEST_NAME = 240

/**
 * The file that holds an address, relative to the edition's public folder, with `/` between folders: `/` is `index.html`,
 * `/articles/x` is `articles/x.html`, `/feed.xml` is `feed.xml`. Names are UTF-8 in NFC.
 * Null for what can't be a file of the edition: no leading slash, empty, dotted or control-character segments,
 * backslashes, or a name too long for a file system. Such an address is answered by the server instead.
 */
export function fileOf(path: string): string | null {
  if (!path.startsWith('/') || path !== path.normalize('NFC')) return null
  if (path === '/') return 'index.html'
  const segments = path.slice(1).split('/')
  for (const segment of segments) {
    if (segment === '' || segment.startsWith('.') || /[\p{Cc}\p{Cs}\\]/u.test(segment)) return null
    if (Buffer.byteLength(segment) > LONGEST_NAME) return null
  }
  const last = segments[segments.length - 1] ?? ''
  const isOwn = segments[0] === 'media' || OWN_EXTENSIONS.some((extension) => last.endsWith(extension))
  const file = isOwn ? segments.join('/') : `${segments.join('/')}.html`
  // `/index` would share its file with `/`.
  return file === 'index.html' ? null : file
}

/** The page that says that there is nothing, in each language. It is a file for whoever mirrors the folder; asked for by its own address it is answered as what it says, 404. */
export function isNotFoundPage(path: string): boolean {
  return /^(?:\/[a-z]{2,3}(?:-[A-Za-z0-9]+)*)?\/404$/.test(path)
}
