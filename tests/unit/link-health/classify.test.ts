import { describe, expect, it } from 'vitest'
import type { FailureClass, Fetched, Hop } from '@/captures/fetch/types'
import { classify, type Answer, type Baseline, type Nonsense, type Seen } from '@/link-health/classify'
import { signOf, type Page } from '@/link-health/page'
import { similarity, sketchOf } from '@/link-health/similarity'

const STORY = 'The council sold the eastern quay in one sitting, without a tender and without a vote, to a company whose only other property was a letterbox; the minutes of that evening name nine people present and eight signatures, and the ninth says today that he was at sea with the herring fleet all that week and learned of the sale from the radio like everybody else in town.'
const OTHER = 'Our spring catalogue has arrived with garden chairs, folding tables, parasols in eleven colours and cushions to go with each of them; order before the end of the month for free delivery to your door, and sign up to our newsletter to be the first to hear of offers on barbecues, planters, outdoor lighting, hammocks and everything else that makes a terrace a home.'
const URL_ = 'https://news.quay.test/2024/sale'

const hop = (url: string, status: number, headers: [string, string][] = []): Hop => ({ url, address: null, at: '2026-01-01T00:00:00.000Z', status, statusText: '', requestHeaders: [], headers })
const answered = (status: number, finalUrl = URL_): Fetched => ({ ok: true, requestedUrl: URL_, finalUrl, hops: [hop(finalUrl, status)] })
const failed = (failure: FailureClass): Fetched => ({ ok: false, requestedUrl: URL_, hops: [], failure: { class: failure, message: '' } })
const page = (text: string, title = 'The sale of the quay', html = `<title>${title}</title>${text}`): Page => ({ title, text, html })
const baseline: Baseline = { sketch: sketchOf(STORY), title: 'The sale of the quay', host: 'news.quay.test' }
const see = (more: Partial<Answer>): Seen => classify({ url: URL_, fetched: answered(200), page: null, baseline: null, quotes: { found: 0, lost: 0 }, nonsense: null, ...more })
const found = (seen: Seen): string => (seen.found === 'trouble' ? seen.trouble : seen.found)
const REAL_404: Nonsense = { at: '2026-01-01T00:00:00.000Z', status: 404, finalUrl: '', sketch: null }

describe('what one look at a link says', () => {
  it.each([401, 402, 403, 407, 412, 428, 429, 440, 449, 451, 999])('%i is a site that keeps us out', (status) => {
    expect(found(see({ fetched: answered(status) }))).toBe('blocked')
  })

  it.each([[404, 'gone'], [410, 'gone'], [400, 'refusal'], [405, 'refusal'], [408, 'timeout'], [500, 'server'], [502, 'server'], [503, 'server'], [504, 'timeout']])('%i is trouble of the kind %s', (status, trouble) => {
    expect(found(see({ fetched: answered(status) }))).toBe(trouble)
  })

  it('knows a challenge by its page, whatever the status', () => {
    const challenge = page('Checking your browser before accessing the site', 'Just a moment...', '<script src="/cdn-cgi/challenge-platform/x.js"></script>')
    expect([200, 503].map((status) => found(see({ fetched: answered(status), page: challenge })))).toEqual(['blocked', 'blocked'])
  })

  it.each([['dns', 'dns'], ['connect', 'connect'], ['reset', 'connect'], ['tls', 'tls'], ['timeout', 'timeout'], ['tooSlow', 'timeout'], ['redirects', 'refusal'], ['protocol', 'server'], ['refused', 'unsure'], ['bomb', 'unsure'], ['tooLarge', 'good']] as const)('a fetch that ends with %s is %s', (failure, kind) => {
    expect(found(see({ fetched: failed(failure) }))).toBe(kind)
  })

  it('finds a page well that answers with its words, also from another address of the same site', () => {
    expect(see({ page: page(STORY), baseline })).toMatchObject({ outcome: 'ok', found: 'good', similarity: 1 })
    expect(see({ page: page(STORY), baseline, fetched: answered(200, 'https://www.news.quay.test/2024/sale/') })).toMatchObject({ outcome: 'ok' })
    expect(see({ page: page(STORY), baseline, fetched: answered(200, 'https://news.quay.test/archive/sale') })).toMatchObject({ outcome: 'redirect', found: 'good' })
    expect(see({ page: page(STORY), baseline, fetched: answered(200, 'https://quay-archive.example/sale') })).toMatchObject({ outcome: 'redirect', found: 'good' })
  })

  it('holds a page well whose quotes all stand there, whatever else it became', () => {
    expect(found(see({ page: page(OTHER, 'Chairs'), baseline, quotes: { found: 1, lost: 0 }, fetched: answered(200, 'https://chairs.example/') }))).toBe('good')
  })

  it('sees another site’s page in place of the old one as taken over, and a parked domain too', () => {
    expect(see({ page: page(OTHER, 'Garden chairs'), baseline, fetched: answered(200, 'https://chairs.example/spring') })).toMatchObject({ outcome: 'usurped', trouble: 'takenOver' })
    expect(see({ page: page('quay.test. This domain is for sale. Related searches', 'quay.test') })).toMatchObject({ outcome: 'parked', trouble: 'takenOver' })
    // Without a measure of what it was, another domain alone says nothing.
    expect(found(see({ page: page(OTHER, 'Garden chairs'), fetched: answered(200, 'https://chairs.example/spring') }))).toBe('good')
  })

  it('sees a redirect to the home page as a page that is gone', () => {
    expect(see({ page: page(OTHER), baseline, fetched: answered(200, 'https://news.quay.test/') })).toMatchObject({ outcome: 'soft404', trouble: 'gone' })
    expect(see({ page: page(OTHER), baseline, fetched: answered(200, 'https://news.quay.test/en/') })).toMatchObject({ outcome: 'soft404' })
    expect(found(see({ page: page(STORY), baseline, fetched: answered(200, 'https://news.quay.test/') }))).toBe('good')
  })

  it('tells a soft 404 by what the host answers to what can’t be there, and asks for that first', () => {
    const lost = page('Sorry, we could not find it. Try the search instead.', 'Page not found')
    expect(found(see({ page: lost, baseline }))).toBe('wantsNonsense')
    const same: Nonsense = { at: '2026-01-01T00:00:00.000Z', status: 200, finalUrl: 'https://news.quay.test/x', sketch: sketchOf(lost.text) }
    expect(see({ page: lost, baseline, nonsense: same })).toMatchObject({ outcome: 'soft404', trouble: 'gone' })
    expect(see({ page: lost, baseline, nonsense: REAL_404 })).toMatchObject({ outcome: 'changed', trouble: 'lost' })
    expect(see({ page: page(STORY, 'The 404 that was not found'), baseline, nonsense: REAL_404 })).toMatchObject({ found: 'good' })
  })

  it('sees that words relied on are gone from a page that is otherwise the same, and that a page says something else', () => {
    expect(see({ page: page(STORY), baseline, quotes: { found: 1, lost: 1 }, nonsense: REAL_404 })).toMatchObject({ outcome: 'changed', errorClass: 'quoteLost', trouble: 'lost' })
    expect(see({ page: page(OTHER), baseline, nonsense: REAL_404 })).toMatchObject({ outcome: 'changed', errorClass: 'textGone', trouble: 'lost' })
  })

  it('takes a login, and a page that says of itself that it is paid for, for a wall and not for a change', () => {
    const login = page('Sign in to go on. Email. Password. Forgot it?', 'Sign in', '<form><input type="password"></form>')
    expect(see({ page: login, baseline, quotes: { found: 0, lost: 2 } })).toMatchObject({ outcome: 'loginWall', found: 'blocked' })
    const paid = page(OTHER, 'The sale', `<script type="application/ld+json">{"isAccessibleForFree": "False"}</script>`)
    expect(see({ page: paid, baseline, quotes: { found: 0, lost: 1 } })).toMatchObject({ outcome: 'paywall', found: 'blocked' })
  })

  it('says nothing against what it can’t read, as a picture', () => {
    expect(found(see({ page: null, baseline }))).toBe('good')
  })
})

describe('the signs of a page', () => {
  it('are not taken from a long text that tells of such things', () => {
    const long = `${STORY} ${OTHER} ${STORY} ${OTHER} This domain is for sale, the page was not found, and are you a robot?`
    expect(signOf(page(long, 'A history of parked domains'), URL_)).toBe(null)
  })

  it('are known in Arabic', () => {
    expect(signOf(page('عذرًا، الصفحة المطلوبة لم تعد هنا', 'خطأ'), URL_)).toBe('notFound')
  })
})

describe('how alike two texts are', () => {
  it('is all for one text, whatever its vowel signs and its case, and nothing for two', () => {
    expect(similarity(sketchOf(STORY), sketchOf(STORY.toUpperCase()))).toBe(1)
    expect(similarity(sketchOf('قالت الشاهدة إن السفينة غرقت عند الفجر'), sketchOf('قَالَتِ الشاهدة إنّ السفينـة غرقت عند الفجر'))).toBe(1)
    expect(similarity(sketchOf(STORY), sketchOf(OTHER))).toBe(0)
    expect(similarity(sketchOf(''), sketchOf(''))).toBe(1)
  })

  it('falls with every word that changes, and is the same both ways', () => {
    const [one, other] = [sketchOf(STORY), sketchOf(STORY.replace('herring', 'mackerel').replace('radio', 'wireless'))]
    expect(similarity(one, other)).toBeGreaterThan(0.6)
    expect(similarity(one, other)).toBeLessThan(1)
    expect(similarity(one, other)).toBe(similarity(other, one))
  })
})
