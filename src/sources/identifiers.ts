/** Names that others gave to works, in the one form in which they are kept and compared. Each returns null for what is none. */

/** A DOI in any of its spellings, in lower case without its resolver (DOI Handbook, sections 2.2 and 2.4): "10.1000/xyz". */
export function readDoi(value: string): string | null {
  const bare = value.trim().replace(/^(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\//i, '').replace(/^doi:\s*/i, '')
  const decoded = /%[0-9a-f]{2}/i.test(bare) ? decode(bare) : bare
  return /^10\.\d{4,9}(\.\d+)*\/[^\s\u0000-\u001f]{1,200}$/.test(decoded) ? decoded.replace(/[.,;]+$/, '').toLowerCase() : null
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

/** An ISBN of 10 or 13 digits with a right check digit (ISO 2108), as 13 digits. */
export function readIsbn(value: string): string | null {
  const bare = value.trim().replace(/^(?:urn:)?isbn(?:-1[03])?:?\s*/i, '').replace(/[\s‐-―-]/g, '').toUpperCase()
  if (/^97[89]\d{10}$/.test(bare)) return checkDigit13(bare.slice(0, 12)) === bare[12] ? bare : null
  if (!/^\d{9}[\dX]$/.test(bare)) return null
  const sum = [...bare].reduce((total, digit, index) => total + (digit === 'X' ? 10 : Number(digit)) * (10 - index), 0)
  return sum % 11 === 0 ? `978${bare.slice(0, 9)}${checkDigit13(`978${bare.slice(0, 9)}`)}` : null
}

function checkDigit13(twelve: string): string {
  const sum = [...twelve].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0)
  return String((10 - (sum % 10)) % 10)
}

/** An ISSN with a right check digit (ISO 3297): "1234-567X". */
export function readIssn(value: string): string | null {
  const bare = value.trim().replace(/^issn:?\s*/i, '').replace(/[\s‐-―-]/g, '').toUpperCase()
  if (!/^\d{7}[\dX]$/.test(bare)) return null
  const sum = [...bare].reduce((total, digit, index) => total + (digit === 'X' ? 10 : Number(digit)) * (8 - index), 0)
  return sum % 11 === 0 ? `${bare.slice(0, 4)}-${bare.slice(4)}` : null
}

/** The id of a Wikidata item, or its address: "Q42". */
export function readQid(value: string): string | null {
  return /^(?:(?:https?:\/\/)?(?:www\.)?wikidata\.org\/(?:wiki|entity)\/)?(q[1-9]\d{0,11})$/i.exec(value.trim())?.[1]?.toUpperCase() ?? null
}

/** A post's own id on its platform: what stands for it in its address. */
export function readPostId(value: string): string | null {
  const bare = value.trim()
  return /^[\p{L}\p{N}._:@/-]{1,200}$/u.test(bare) ? bare : null
}
