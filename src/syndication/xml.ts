/** Writes XML by hand: every text and attribute value passes through `escapeXml`, so no input can break the document. */

/** A piece of finished XML. Made only by `element` and `document`, so that plain text can't pass as markup. */
export type Xml = { readonly xml: string }
export type Attributes = Record<string, string | number | undefined>
export type Child = Xml | string | number | null | undefined | false

const CONTROL_OR_NONCHARACTER = /[\p{Cc}\uFFFE\uFFFF]/gu
const HALF_A_PAIR = /\p{Cs}/gu
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' }

/**
 * `text` without the code points that XML 1.0 (section 2.2) forbids, as they can't be written even as character
 * references; half of a surrogate pair becomes U+FFFD. The C1 controls go as well: allowed, but discouraged and invisible.
 */
export function xmlCharacters(text: string): string {
  return text.replace(HALF_A_PAIR, '\uFFFD').replace(CONTROL_OR_NONCHARACTER, (character) => ('\t\n\r'.includes(character) ? character : ''))
}

/** `text` as it may stand in an element or in a double-quoted attribute of XML and HTML; `>` too, so that `]]>` can't occur. */
export function escapeXml(text: string): string {
  return xmlCharacters(text).replace(/[&<>"\r]/g, (character) => ESCAPES[character] ?? '')
}

function attributes(values: Attributes): string {
  let written = ''
  for (const [name, value] of Object.entries(values)) {
    // Line feeds and tabs in an attribute would be read back as spaces.
    if (value !== undefined) written += ` ${name}="${escapeXml(String(value)).replace(/[\n\t]/g, (c) => (c === '\n' ? '&#10;' : '&#9;'))}"`
  }
  return written
}

/** One element. Strings among `children` are text and are escaped; `null`, `undefined` and `false` write nothing. */
export function element(name: string, values: Attributes = {}, ...children: (Child | readonly Child[])[]): Xml {
  let inner = ''
  for (const child of children.flat()) {
    if (child === null || child === undefined || child === false) continue
    inner += typeof child === 'object' ? child.xml : escapeXml(String(child))
  }
  return { xml: inner === '' ? `<${name}${attributes(values)}/>` : `<${name}${attributes(values)}>${inner}</${name}>` }
}

/** A whole document in UTF-8, ending in a line feed. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`
}
