import { decoded } from './decoding'

const ENDINGS = /\/(?:full|abstract|pdf|epdf|html|fulltext(?:\.html?)?|summary|meta)$|\.pdf$/i

/** Without the punctuation of the sentence that it stood in; a closing bracket stays where it was opened. */
function trimmed(doi: string): string {
  let rest = doi.replace(/[.,;:'"”’»،؛/]+$/u, '')
  while (/[)\]>]$/.test(rest) && (rest.match(/[([<]/g) ?? []).length < (rest.match(/[)\]>]/g) ?? []).length) rest = rest.slice(0, -1).replace(/[.,;:/]+$/, '')
  return rest.toLowerCase()
}

/** The DOI of an address of doi.org, or of a publisher who writes it into the path. */
export function doiOf(url: URL): string | undefined {
  const path = decoded(url.pathname)
  if (isDoiResolver(url)) {
    const found = /^\/+(?:doi:\s*)?(10\.\d{4,9}(?:\.\d+)*\/\S+)$/i.exec(path)?.[1]
    return found === undefined ? undefined : trimmed(found)
  }
  const found = /\/(?:doi|abs|full|epdf|pdf|articles?|content)\/(?:abs\/|full\/|pdf\/|epdf\/|abstract\/)?(10\.\d{4,9}\/[^\s/?#][^\s?#]*)/.exec(path)?.[1]
  return found === undefined ? undefined : trimmed(found.replace(ENDINGS, ''))
}

export function isDoiResolver(url: URL): boolean {
  return /^(?:dx\.|www\.)?doi\.org$/.test(url.hostname)
}

/** The DOI that a text is: "doi:10.1000/xyz", "DOI 10.1000/xyz" or "10.1000/xyz". */
export function bareDoi(words: string): string | undefined {
  const found = /^(?:doi(?:\.org\/|:|\s)\s*)?(10\.\d{4,9}(?:\.\d+)*\/\S+)$/i.exec(words)?.[1]
  return found === undefined ? undefined : trimmed(found)
}

/** The address that DOIs are resolved at (DOI Handbook, section 3.8: what a path can't hold is encoded). */
export function addressOfDoi(doi: string): string {
  return `https://doi.org/${encodeURI(doi.toWellFormed()).replaceAll('#', '%23').replaceAll('?', '%3F')}`
}
