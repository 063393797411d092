/**
 * A text as quotes are compared in, with the way back. Unit `i` of `text` was made from `original` between `starts[i]` and
 * before `ends[i]`; units that were made of one character together, or of a letter and its signs, share both.
 */
export type Folded = { original: string; text: string; starts: Int32Array; ends: Int32Array }

const IGNORED = /^[\p{Default_Ignorable_Code_Point}\p{Cc}\u{fff9}-\u{fffb}\u0640]$/u
// Signs of the Koran and of vowels, and the hamza and madda that stand on a letter; points of Hebrew.
const SIGNS = /[\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E8\u06EA-\u06ED\u08CA-\u08FF]/g
// NFKC would make "10²" into "102" and "1½" into "11⁄2": only forms that are a matter of setting type are taken apart.
const TYPESETTING = /^[\uFB00-\uFDFF\uFE80-\uFEFC\uFF00-\uFFEF]$/
// Signs set alone, whose decomposition would put a space within a word.
const SIGNS_ALONE = /^[\uFC5E-\uFC63\uFCF2-\uFCF4\uFE70-\uFE7F]$/
const ONE_FORM = new Map(
  (
    [
      ['ا', 'أإآٱٲٳٵ'], ['ي', 'ىیېۍ'], ['ك', 'کڪ'], ['ه', 'ھہەۀ'], ['σ', 'ς'],
      ["'", '‘’‚‛′‹›`´ʼ'], ['"', '“”„‟″«»'], ['-', '‐‑‒–—―−﹘﹣⁃'],
      [',', '،٬'], ['.', '٫۔'], [';', '؛'], ['?', '؟'], ['%', '٪'],
    ] as const
  ).flatMap(([one, forms]) => [...forms].map((form) => [form, one] as const)),
)

function foldCharacter(character: string): string {
  if (/^\s$/u.test(character)) return ' '
  if (IGNORED.test(character) || SIGNS_ALONE.test(character)) return ''
  if (character === '…') return '...'
  const apart = character.normalize(TYPESETTING.test(character) ? 'NFKD' : 'NFD').replace(SIGNS, '')
  let folded = ''
  for (const part of apart.toLowerCase()) {
    const code = part.charCodeAt(0)
    if (code >= 0x0660 && code <= 0x0669) folded += String(code - 0x0660)
    else if (code >= 0x06f0 && code <= 0x06f9) folded += String(code - 0x06f0)
    else folded += IGNORED.test(part) ? '' : (ONE_FORM.get(part) ?? part)
  }
  return folded
}

// A text has few different characters, and folding one takes a hundred times as long as looking it up.
type Look = { folded: string; isMark: boolean }
const looks: (Look | undefined)[] = Array.from({ length: 0x10000 })
/** No script puts so many signs on a letter. */
const LONGEST_ORDERED = 64
function look(code: number): Look {
  const known = looks[code]
  if (known !== undefined) return known
  const character = String.fromCodePoint(code)
  const found = { folded: foldCharacter(character), isMark: /^\p{M}$/u.test(character) }
  if (code <= 0xffff) looks[code] = found
  return found
}

/**
 * Folds a text for comparing: canonical decomposition (Unicode Annex 15), small letters, one form for quotation marks, dashes,
 * spaces, digits and the letters that Arabic writes in several ways; without vowel signs, lengthening strokes, soft hyphens,
 * zero-width and direction characters, so that a right-to-left override hides nothing. Hamza goes with its carrier's form;
 * ta marbuta stays apart from ha, since "كتابة" (writing) isn't "كتابه" (his book); accents of other scripts stay.
 */
export function foldText(original: string): Folded {
  let units = new Uint16Array(original.length + 16)
  let starts = new Int32Array(units.length)
  let ends = new Int32Array(units.length)
  let length = 0
  let cluster = { at: 0, start: 0, end: 0 }
  const grow = (): void => {
    const more = <T extends Uint16Array | Int32Array>(old: T, made: T): T => (made.set(old), made)
    units = more(units, new Uint16Array(units.length * 2))
    starts = more(starts, new Int32Array(starts.length * 2))
    ends = more(ends, new Int32Array(ends.length * 2))
  }
  const closeCluster = (): void => {
    ends.fill(cluster.end, cluster.at, length)
    if (length - cluster.at > 2 && length - cluster.at <= LONGEST_ORDERED) orderMarks(units, cluster.at, length)
  }
  for (let at = 0; at < original.length; ) {
    const code = original.codePointAt(at) ?? 0
    const end = at + (code > 0xffff ? 2 : 1)
    const { folded, isMark } = look(code)
    const isSpaceBefore = length > 0 && units[length - 1] === 0x20
    if (folded === ' ' && isSpaceBefore) cluster.end = end
    else if (isMark && length > cluster.at && cluster.end === at && !isSpaceBefore) cluster.end = end
    else if (folded !== '') {
      closeCluster()
      cluster = { at: length, start: at, end }
    }
    if (folded !== '' && !(folded === ' ' && isSpaceBefore)) {
      if (length + folded.length > units.length) grow()
      for (let part = 0; part < folded.length; part += 1) {
        units[length] = folded.charCodeAt(part)
        starts[length] = cluster.start
        length += 1
      }
    }
    at = end
  }
  closeCluster()
  return { original, text: new TextDecoder('utf-16le', { ignoreBOM: true }).decode(units.subarray(0, length)), starts: starts.subarray(0, length), ends: ends.subarray(0, length) }
}

/** Signs on one letter come in one order, whichever they were typed in. */
function orderMarks(units: Uint16Array, from: number, to: number): void {
  const ordered = String.fromCharCode(...units.subarray(from, to)).normalize('NFD')
  if (ordered.length !== to - from) return
  for (let index = 0; index < ordered.length; index += 1) units[from + index] = ordered.charCodeAt(index)
}
