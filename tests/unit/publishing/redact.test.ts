import fc from 'fast-check'
import { createTransport } from 'nodemailer'
import { describe, expect, test } from 'vitest'
import { redactMail } from '@/publishing/redact/redact-mail'
import { findIn, redactText } from '@/publishing/redact/redact-text'
import { redactValue } from '@/publishing/redact/redact-value'

const wanted = (...forms: string[]) => ({ forms, wholeWords: false })
const whole = (...forms: string[]) => ({ forms, wholeWords: true })

describe('redacting a text', () => {
  test.each([
    ['Miriam Adler spoke.', 'Miriam Adler', '[redacted] spoke.'],
    ['MIRIAM  adler, Miriam\u00A0Adler', 'Miriam Adler', '[redacted], [redacted]'],
    ['Miriam\nAdler', 'Miriam Adler', '[redacted]'],
    ['miriam-adler, miriam_adler and Miriam\u2011Adler', 'Miriam Adler', '[redacted], [redacted] and [redacted]'],
    ['Jos\u0065\u0301 came', 'José', '[redacted] came'],
    ['José came', 'Jose', 'José came'],
    ['Mi\u00ADri\u200Bam', 'miriam', '[redacted]'],
    ['قال أَحْمَد العلي', 'احمد', 'قال [محذوف] العلي'],
    ['أحمـــد', 'أحمد', '[محذوف]'],
    ['Adlers Haus', 'Adler', '[redacted]s Haus'],
    ['İzmir', 'i̇zmir', '[redacted]'],
    ['ﬁnn', 'finn', '[redacted]'],
    ['nothing here', 'Miriam', 'nothing here'],
  ])('%j without %j is %j', (text, form, left) => {
    expect(redactText(text, wanted(form)).text).toBe(left)
  })

  test('takes the longest of several forms, and all of them', () => {
    expect(redactText('Miriam Adler, called Miri. Adler said so.', wanted('Adler', 'Miriam Adler', 'Miri')).text).toBe('[redacted], called [redacted]. [redacted] said so.')
  })

  test('names the longer words that it would mark in, and leaves them where whole words are meant', () => {
    expect(findIn('Ali in Australia', wanted('ali'))).toMatchObject([{ word: null }, { word: 'australia' }])
    expect(redactText('Ali in Australia, Ali’s', whole('ali')).text).toBe('[redacted] in Australia, [redacted]’s')
  })

  test.each([
    ['https://news.example/miriam-adler-arrested?x=1', 'https://news.example/redacted-arrested?x=1'],
    ['https://news.example/Miriam%20Adler', 'https://news.example/redacted'],
    ['mailto:miriam.adler@news.example', 'mailto:redacted@news.example'],
  ])('an address stays one: %s', (address, left) => {
    expect(redactText(address, wanted('Miriam Adler')).text).toBe(left)
    expect(URL.canParse(left)).toBe(true)
  })

  test('an address in Arabic letters, written as octets, is read', () => {
    expect(redactText(`https://news.example/${encodeURIComponent('أحمد-العلي')}`, wanted('احمد العلي')).text).toBe('https://news.example/redacted')
  })

  test('leaves none of the words in whatever stands around them', () => {
    const around = fc.string({ unit: 'grapheme', maxLength: 12 })
    const form = fc.constantFrom('Miriam Adler', 'José', 'أحمد', 'Ταχύς', 'Straße', 'Ольга')
    fc.assert(
      fc.property(fc.array(fc.tuple(around, form, fc.boolean()), { minLength: 1, maxLength: 4 }), (pieces) => {
        const text = pieces.map(([before, word, isUpper]) => before + (isUpper ? word.toUpperCase() : word)).join('')
        const asked = wanted(...pieces.map(([, word]) => word), ...pieces.map(([, word]) => word.toUpperCase()))
        const once = redactText(text, asked)
        expect(findIn(once.text, asked)).toEqual([])
        expect(once.found.length).toBeGreaterThan(0)
      }),
    )
  })
})

const text = (words: string, format = 0) => ({ type: 'text', text: words, format })

describe('redacting a stored value', () => {
  test('finds words that are spread over formats and links, and keeps the rest of the nodes', () => {
    const stored = { root: { type: 'root', children: [{ type: 'paragraph', children: [text('Said Mir'), text('iam', 1), { type: 'link', fields: { url: 'https://x.example' }, children: [text(' Adl')] }, text('er today.')] }] } }
    const { value, found } = redactValue(stored, wanted('Miriam Adler'))
    expect(value).toEqual({ root: { type: 'root', children: [{ type: 'paragraph', children: [text('Said [redacted] today.')] }] } })
    expect(found).toHaveLength(1)
  })

  test('reads no words across two paragraphs', () => {
    const paragraph = (words: string) => ({ type: 'paragraph', children: [text(words)] })
    const stored = { children: [paragraph('Miriam'), paragraph('Adler')] }
    expect(redactValue(stored, wanted('Miriam Adler')).value).toBe(stored)
  })

  test('leaves what programs read', () => {
    const stored = { type: 'paragraph', slug: 'paragraph', id: 'paragraph', text: 'One paragraph.', children: [{ type: 'paragraph', children: [] }] }
    expect(redactValue(stored, wanted('paragraph')).value).toEqual({ ...stored, text: 'One [redacted].' })
  })

  test('gives the very same value where nothing was found', () => {
    const stored = [{ a: ['b', { c: 1 }] }, null, 7]
    expect(redactValue(stored, wanted('zzz')).value).toBe(stored)
  })
})

async function mailOf(message: object): Promise<Buffer> {
  return (await createTransport({ streamTransport: true, buffer: true }).sendMail({ from: 'desk@news.example', to: 'a@news.example', ...message })).message as Buffer
}

/** The mail as a reader of mail would show it: all encodings undone. */
function shown(mail: Buffer): string {
  const raw = mail.toString('latin1')
  const words = raw.replace(/\r\n[ \t]+/g, ' ').replace(/=\?UTF-8\?B\?([^?]*)\?=\s*/gi, (_, data: string) => Buffer.from(data, 'base64').toString('utf8'))
  const quoted = Buffer.from(raw.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1').toString('utf8')
  const packed = [...raw.matchAll(/(?:[A-Za-z0-9+/]{4,76}={0,2}\r\n)+/g)].map(([data]) => Buffer.from(data, 'base64').toString('utf8')).join('\n')
  return [words, quoted, packed].join('\n')
}

describe('redacting a mail', () => {
  test.each([
    ['plain', { subject: 'About Miriam Adler', text: 'Miriam Adler was quoted.\nThe rest stays.' }],
    ['with signs beyond ASCII', { subject: 'Über Miriam Adler – neu', text: 'Zitat: „Miriam Adler“ – und vieles mehr, '.repeat(8) + 'The rest stays.' }],
    ['in Arabic around it', { subject: 'عن Miriam Adler', text: 'قالت Miriam Adler إن كل شيء بخير، '.repeat(20) + 'The rest stays.' }],
    ['with HTML beside it', { subject: 'About Miriam Adler', text: 'Miriam Adler. The rest stays.', html: '<p>Miriam Adler – <b>The rest stays.</b></p>' }],
    ['to her', { to: '"Miriam Adler" <m@news.example>', subject: 'x', text: 'The rest stays.' }],
  ])('%s', async (_, message) => {
    const mail = await mailOf(message)
    expect(shown(mail)).toMatch(/Miriam[\s\u00A0]Adler/)
    const { mail: left, found } = redactMail(mail, wanted('Miriam Adler'))
    expect(found).toBeGreaterThan(0)
    expect(shown(left)).not.toMatch(/Miriam|Adler/)
    expect(shown(left)).toContain('The rest stays.')
    expect(shown(left)).toContain('[redacted]')
    expect(redactMail(left, wanted('Miriam Adler'))).toEqual({ mail: left, found: 0 })
  })

  test('without the words stays as it is, byte for byte', async () => {
    const mail = await mailOf({ subject: 'Über alles', text: 'Etwas', attachments: [{ filename: 'a.bin', content: Buffer.from([1, 2, 255]) }] })
    expect(redactMail(mail, wanted('Miriam')).mail).toBe(mail)
  })
})
