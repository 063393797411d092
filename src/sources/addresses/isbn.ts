/** The ISBN of a book's address at a library or catalogue, as thirteen digits; undefined where its check digit is wrong. */
export function isbnOf(url: URL): string | undefined {
  const written = /(?:^|\.)(?:openlibrary\.org|worldcat\.org|isbnsearch\.org|librarything\.com|bookshop\.org)$/.test(url.hostname)
    ? /\/(?:isbn|book)\/([\dxX-]{10,17})(?:\/|$)/i.exec(url.pathname)?.[1]
    : /^(?:www\.)?books\.google\.[a-z.]+$|^books\.google$/.test(url.hostname) ? /^isbn:?([\dxX-]{10,17})$/i.exec(url.searchParams.get('vid') ?? '')?.[1] : undefined
  return written === undefined ? undefined : thirteenDigits(written.replaceAll('-', '').toUpperCase())
}

/** ISBN User's Manual, section 5 and appendix 1: ten digits are weighed 10 to 1, thirteen alternately 1 and 3. */
function thirteenDigits(isbn: string): string | undefined {
  if (/^\d{9}[\dX]$/.test(isbn)) {
    const sum = [...isbn].reduce((total, digit, index) => total + (digit === 'X' ? 10 : Number(digit)) * (10 - index), 0)
    return sum % 11 === 0 ? withCheckDigit(`978${isbn.slice(0, 9)}`) : undefined
  }
  return /^97[89]\d{10}$/.test(isbn) && withCheckDigit(isbn.slice(0, 12)) === isbn ? isbn : undefined
}

function withCheckDigit(twelve: string): string {
  const sum = [...twelve].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0)
  return `${twelve}${(10 - (sum % 10)) % 10}`
}
