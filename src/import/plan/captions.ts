/** A caption with the credit and licence that it names, where the pattern leaves no doubt. */
export type Caption = { caption: string; credit: string; licence: string }

const LICENCE = /(?:,|–|—|-|\(|\/|\.)?\s*\(?((?:CC0(?: 1\.0)?|CC[ -]BY(?:-(?:SA|NC|ND|NC-SA|NC-ND))?(?: \d\.\d)?(?: [A-Z]{2,3})?|Creative Commons [A-Za-z -]+?(?: \d\.\d)?|Public domain))\)?\s*\.?\s*$/i
const CREDIT = /(?:^|[\s.(])(?:photo(?:graph)?(?: credit)?|image(?: credit)?|picture|credit|illustration|صورة|الصورة|تصوير|عدسة)\s*(?:by\s*)?[:：]\s*(.+?)\)?\s*$/iu

/** Reads "The sluice in August. Photo: a volunteer, CC BY-SA". */
export function readCaption(words: string): Caption {
  const whole = words.replace(/\s+/g, ' ').trim()
  const credited = CREDIT.exec(whole)
  if (credited === null) return { caption: whole, credit: '', licence: '' }
  const named = credited[1] ?? ''
  const licence = LICENCE.exec(named)
  const credit = (licence === null ? named : named.slice(0, licence.index)).replace(/[\s,–—-]+$/, '').trim()
  if (credit === '' || credit.length > 120) return { caption: whole, credit: '', licence: '' }
  const start = credited.index + (/^[\s.(]/.exec(credited[0])?.[0].length ?? 0)
  const before = whole.slice(0, start).replace(/[\s(]+$/, '')
  return { caption: before, credit, licence: licence?.[1]?.trim() ?? '' }
}
