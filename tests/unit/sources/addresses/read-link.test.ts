import { describe, expect, test } from 'vitest'
import type { Link, LinkProblemCode } from '@/sources/addresses/link'
import { readLink } from '@/sources/addresses/normalise'

function link(pasted: string): Link {
  const read = readLink(pasted)
  if ('problem' in read) throw new Error(`${pasted} was read as ${read.problem}`)
  return read
}

describe('what people paste', () => {
  test.each([
    ['  https://a.example/x \n', 'https://a.example/x'],
    ['<https://a.example/x>', 'https://a.example/x'],
    ['"https://a.example/x",', 'https://a.example/x'],
    ['`https://a.example/x`', 'https://a.example/x'],
    ['(see https://a.example/x).', 'https://a.example/x'],
    ['https://a.example/Gate_(bridge)', 'https://a.example/Gate_(bridge)'],
    ['(https://a.example/Gate_(bridge))', 'https://a.example/Gate_(bridge)'],
    ['[the report](https://a.example/x "Report")', 'https://a.example/x'],
    ['[https://a.example/x](https://a.example/x)', 'https://a.example/x'],
    ['<a href="https://a.example/x?a=1">words</a>', 'https://a.example/x?a=1'],
    ['a.example/x', 'https://a.example/x'],
    ['www.a.example', 'https://www.a.example/'],
    ['//a.example/x', 'https://a.example/x'],
    ['Read it at www.a.example/x, please', 'https://www.a.example/x'],
    ['Read it at a.example/reports/7.', 'https://a.example/reports/7'],
    ['a.example:8080/x', 'https://a.example:8080/x'],
    ['HTTPS://A.EXAMPLE/X', 'https://a.example/X'],
    ['https:\\\\a.example\\x', 'https://a.example/x'],
    ['المصدر:https://a.example/x، بحسب البيان', 'https://a.example/x'],
    ['«https://a.example/مقال»', 'https://a.example/%D9%85%D9%82%D8%A7%D9%84'],
    ['https://مثال.إختبار/مقال', 'https://xn--mgbh0fb.xn--kgbechtv/%D9%85%D9%82%D8%A7%D9%84'],
    ['مثال.إختبار/مقال', 'https://xn--mgbh0fb.xn--kgbechtv/%D9%85%D9%82%D8%A7%D9%84'],
    ['https://%D9%85%D8%AB%D8%A7%D9%84.example/', 'https://xn--mgbh0fb.example/'],
    ['\u202Ehttps://a.exa\u200Bmple/\u2066x\u202C', 'https://a.example/x'],
    ['\uFEFFhttps://a.example/x\u0000', 'https://a.example/x'],
    ['https://a.example/a-long-report/\nwith-its-end.pdf', 'https://a.example/a-long-report/with-its-end.pdf'],
    ['<https://a.example/a-long\n  report>', 'https://a.example/a-longreport'],
    ['https://a.example/search?first=1&\n   second=2', 'https://a.example/search?first=1&second=2'],
    ['https://a.example/x\nGreat report', 'https://a.example/x'],
    ['https://a.example/x\nReport', 'https://a.example/x'],
    ['doi:10.1000/XYZ.12', 'https://doi.org/10.1000/xyz.12'],
    ['DOI: 10.1000/xyz', 'https://doi.org/10.1000/xyz'],
    ['10.1000/xyz(2019)7.', 'https://doi.org/10.1000/xyz(2019)7'],
    ['https://dx.doi.org/10.1000/xyz', 'https://doi.org/10.1000/xyz'],
    ['doi.org/10.1000/xyz', 'https://doi.org/10.1000/xyz'],
    ['10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O', 'https://doi.org/10.1002/(sici)1097-4571(199806)49:8%3C693::aid-asi4%3E3.0.co;2-o'],
  ])('%j leads to %s', (pasted, url) => {
    expect(link(pasted).url).toBe(url)
  })

  test.each<[string, LinkProblemCode]>([
    ['', 'empty'], [' \n\u200B', 'empty'], ['the report of Monday', 'noLink'], ['report.pdf', 'noLink'], ['978-3-16-148410-0', 'noLink'], ['v2.1', 'noLink'],
    ['https://a.example/1 and https://a.example/2', 'severalLinks'], ['www.a.example www.b.example', 'severalLinks'],
    [`https://a.example/${'x'.repeat(3_000)}`, 'tooLong'], [`https://a.example/${'ا'.repeat(1_000)}`, 'tooLong'], ['x'.repeat(50_000), 'tooLong'],
    ['javascript:alert(1)', 'scheme'], ['java\nscript:alert(1)', 'noLink'], ['\u0001java\u200Bscript:alert(1)', 'scheme'], ['data:text/html,x', 'scheme'], ['file:///etc/passwd', 'scheme'], ['ftp://a.example/x', 'scheme'],
    ['mailto:desk@a.example', 'scheme'], ['desk@a.example', 'scheme'], ['view-source:x', 'scheme'],
    ['https://user:secret@a.example/', 'credentials'], ['https://user@a.example/', 'credentials'],
    ['https://a.example/…/may-rea…', 'truncated'], ['a.example/long-tit...', 'truncated'], ['https://a.example/%E2%80%A6', 'truncated'],
    ['https://www.facebook.com/sharer/sharer.php?u=x', 'shareButton'], ['https://wa.me/?text=x', 'shareButton'],
    ['http://[broken', 'broken'], ['https://a.example:99999/', 'broken'], ['https://', 'broken'],
  ])('%j is refused: %s', (pasted, problem) => {
    const read = readLink(pasted)
    expect(read).toMatchObject({ problem, message: { en: expect.stringMatching(/\w/) as string, ar: expect.stringMatching(/[ء-ي]/) as string } })
  })
})

describe('what only says who shared a link goes, and what says what it shows stays', () => {
  test.each([
    ['https://a.example/p?utm_source=x&id=4&fbclid=1&mc_eid=9&_hsenc=2', 'https://a.example/p?id=4', ['utm_source', 'fbclid', 'mc_eid', '_hsenc']],
    ['https://a.example/p?s=20&t=abc&si=1&ref=2&feature=3', 'https://a.example/p?s=20&t=abc&si=1&ref=2&feature=3', []],
    ['https://x.com/mira/status/5?s=20&t=abc', 'https://x.com/mira/status/5', ['s', 't']],
    ['https://www.instagram.com/p/AbC_/?igsh=a&img_index=2', 'https://www.instagram.com/p/AbC_/?img_index=2', ['igsh']],
    ['https://www.tiktok.com/@mira/video/7?_r=1&_t=8&u_code=x', 'https://www.tiktok.com/@mira/video/7', ['_r', '_t', 'u_code']],
    ['https://www.reddit.com/r/x/comments/1/y/?share_id=q&utm_name=i', 'https://www.reddit.com/r/x/comments/1/y/', ['share_id', 'utm_name']],
    ['https://www.youtube.com/watch?v=abc&si=q&feature=share&list=PL1', 'https://www.youtube.com/watch?v=abc&list=PL1', ['si', 'feature']],
    ['https://www.linkedin.com/posts/mira_x-activity-7000000000000000000-ab?rcm=q&trk=w', 'https://www.linkedin.com/posts/mira_x-activity-7000000000000000000-ab', ['rcm', 'trk']],
    ['https://paper.example/a?CMP=share_btn&cmp=3', 'https://paper.example/a?cmp=3', ['CMP']],
    ['https://a.example/p?spm=1&wt_mc=2&cmpid=3&ref_src=4', 'https://a.example/p', ['spm', 'wt_mc', 'cmpid', 'ref_src']],
  ])('%s', (pasted, url, stripped) => {
    expect(link(pasted)).toMatchObject({ url, stripped })
  })
})

describe('the same post in other spellings has one key', () => {
  test.each<[string, string, ...string[]]>([
    ['x', '5', 'https://twitter.com/Mira/status/5?s=20', 'https://mobile.twitter.com/mira/status/5/photo/1', 'https://x.com/i/web/status/5', 'x.com/renamed/statuses/5'],
    ['facebook', '77', 'https://www.facebook.com/permalink.php?story_fbid=77&id=2', 'https://m.facebook.com/story.php?id=2&story_fbid=77', 'https://facebook.com/council/posts/77', 'https://ar-ar.facebook.com/council/posts/a-long-title/77/'],
    ['facebook', '78', 'https://www.facebook.com/watch/?v=78', 'https://www.facebook.com/council/videos/78/', 'https://www.facebook.com/council/videos/a-title/78', 'https://web.facebook.com/reel/78'],
    ['instagram', 'AbC-_1', 'https://www.instagram.com/p/AbC-_1/', 'https://instagram.com/mira/p/AbC-_1?igshid=x', 'https://www.instagram.com/reel/AbC-_1/'],
    ['mastodon', 'social.example/110000000000000001', 'https://social.example/@mira/110000000000000001', 'https://social.example/users/mira/statuses/110000000000000001', 'https://social.example/web/@mira/110000000000000001'],
    ['bluesky', '3kabcdefghi2x', 'https://bsky.app/profile/mira.example/post/3kabcdefghi2x', 'https://bsky.app/profile/did:plc:abc/post/3kabcdefghi2x'],
    ['telegram', 'council/12', 'https://t.me/Council/12', 'https://t.me/s/council/12?embed=1', 'https://telegram.me/council/12', 'https://council.t.me/12'],
    ['tiktok', '7100000000000000000', 'https://www.tiktok.com/@mira/video/7100000000000000000?_r=1', 'https://m.tiktok.com/v/7100000000000000000.html', 'https://www.tiktok.com/embed/v2/7100000000000000000'],
    ['youtube', 'a-b_c123456', 'https://youtu.be/a-b_c123456?si=x', 'https://m.youtube.com/watch?feature=share&v=a-b_c123456&t=30s', 'https://www.youtube.com/shorts/a-b_c123456', 'https://www.youtube.com/live/a-b_c123456', 'https://www.youtube-nocookie.com/embed/a-b_c123456'],
    ['linkedin', 'activity/7000000000000000000', 'https://www.linkedin.com/posts/mira_words-activity-7000000000000000000-AbCd', 'https://uk.linkedin.com/feed/update/urn:li:activity:7000000000000000000/', 'https://www.linkedin.com/embed/feed/update/urn%3Ali%3Aactivity%3A7000000000000000000'],
  ])('%s %s', (platform, postId, ...spellings) => {
    for (const spelling of spellings) expect({ spelling, ...link(spelling) }).toMatchObject({ platform, postId, key: `${platform}:${postId}` })
  })

  test('accounts, films of another site and pages with such paths are no posts', () => {
    for (const address of ['https://x.com/mira', 'https://t.me/council', 'https://a.example/@mira', 'https://a.example/watch?v=1', 'https://medium.example/@mira/words-12345']) expect(link(address).postId).toBeUndefined()
    expect(link('https://nitter.example/mira/status/5').platform).toBeUndefined()
  })

  test('the place in a work is a locator and tells no works apart', () => {
    expect(link('https://youtu.be/abc?t=1h2m3s')).toMatchObject({ url: 'https://www.youtube.com/watch?v=abc', locator: { label: 'timecode', value: '1:02:03' } })
    expect(link('https://a.example/r.pdf#page=12')).toMatchObject({ key: 'a.example/r.pdf', locator: { label: 'page', value: '12' } })
    expect(link('https://a.example/p#annex')).toMatchObject({ key: 'a.example/p', locator: { label: 'section', value: 'annex' } })
    expect(link('https://a.example/p#xtor=AD-1').locator).toBeUndefined()
    expect(link('https://a.example/p#annex:~:text=ever-,the%20gate,was%20shut,-by')).toMatchObject({ quote: 'the gate … was shut', locator: { value: 'annex' } })
  })
})

describe('one page has one key, and two have two', () => {
  test.each([
    ['https://a.example/p', 'http://www.a.example:80/p/', 'https://A.example./p?utm_source=1#top', 'https://m.a.example/p', 'https://a.example/p/index.html', 'https://a.example/p?amp=1', 'https://a.example/p?print=true'],
    ['https://a.example/?b=2&a=1', 'https://a.example/index.php?a=1&b=2'],
    ['https://a.example/2019/05/gate', 'https://a.example/2019/05/gate/'],
    ['https://a.example/2019/the-gate-shut', 'https://a.example/2019/the-gate-shut/amp/', 'https://www.google.com/amp/s/a.example/2019/the-gate-shut', 'https://a-example.cdn.ampproject.org/c/s/a.example/2019/the-gate-shut'],
    ['https://a.example/x', 'https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2Fx%3Ffbclid%3D1&h=q', 'https://www.google.com/url?q=https://a.example/x&sa=D'],
    ['https://www.theguardian.com/x', 'https://amp.theguardian.com/x'],
    ['https://ar.wikipedia.org/wiki/مدينة', 'https://ar.m.wikipedia.org/wiki/%D9%85%D8%AF%D9%8A%D9%86%D8%A9'],
    ['https://a.example/%D8%A2', 'https://a.example/%D8%A7%D9%93'],
    ['https://journal.example/doi/full/10.1000/xyz', 'https://doi.org/10.1000/XYZ', 'https://journal.example/doi/pdf/10.1000/xyz.pdf', 'https://frontier.example/articles/10.1000/xyz/full'],
  ])('%s', (...spellings) => {
    expect(new Set(spellings.map((spelling) => link(spelling).key))).toEqual(new Set([link(spellings[0] ?? '').key]))
  })

  test('different works keep different keys', () => {
    const addresses = [
      'https://a.example/x?id=1', 'https://a.example/x?id=2', 'https://a.example/X', 'https://b.a.example/x?id=1', 'https://a.example/#!/one', 'https://a.example/#!/two', 'https://a.example/x%2Fy', 'https://a.example/x/y',
      'https://a.example/?a=1&b=2', 'https://a.example/?a=1%26b%3D2', 'https://a.example/guitar', 'https://a.example/guitar/amp', 'https://amp.a.example/x', 'https://m.co.uk/x', 'https://co.uk/x', 'https://a.example:8080/x',
      'https://www.youtube.com/watch?v=a', 'https://www.youtube.com/watch?v=A', 'https://t.me/council/12', 'https://t.me/council/12?comment=5', 'https://a.example/index.php/x',
    ]
    expect(new Set(addresses.map((address) => link(address).key)).size).toBe(addresses.length)
  })
})

describe('a copy in an archive is known as the copy of its original', () => {
  const ORIGINAL = 'https://paper.example/q?id=7'
  test.each([
    ['https://web.archive.org/web/20170609120000/https://paper.example/q?id=7&fbclid=1', 'wayback', '2017-06-09T12:00:00.000Z'],
    ['https://web.archive.org/web/2019id_/https://paper.example/q?id=7', 'wayback', '2019-01-01T00:00:00.000Z'],
    ['http://archive.org/web/201706/https:/paper.example/q?id=7', 'wayback', '2017-06-01T00:00:00.000Z'],
    ['https://web.archive.org/web/*/https://paper.example/q?id=7', 'wayback', undefined],
    ['https://web.archive.org/web/2019*/https://paper.example/q?id=7', 'wayback', '2019-01-01T00:00:00.000Z'],
    ['https://web.archive.org/web/https://paper.example/q?id=7', 'wayback', undefined],
    ['https://web.archive.org/save/https://paper.example/q?id=7', 'wayback', undefined],
    ['https://archive.org/wayback/20170609120000/https%3A%2F%2Fpaper.example%2Fq%3Fid%3D7', 'wayback', '2017-06-09T12:00:00.000Z'],
    ['https://www.webcitation.org/query?url=https%3A%2F%2Fpaper.example%2Fq%3Fid%3D7&date=2010', 'other', undefined],
    ['https://webcache.googleusercontent.com/search?q=cache:AbCdEfGhIjKl:https://paper.example/q%3Fid%3D7+gate&hl=en', 'other', undefined],
    ['https://arquivo.pt/wayback/20170609120000/https://paper.example/q?id=7', 'other', '2017-06-09T12:00:00.000Z'],
    ['https://wayback.archive-it.org/1234/20170609120000/https://paper.example/q?id=7', 'other', '2017-06-09T12:00:00.000Z'],
    ['https://webarchive.nationalarchives.gov.uk/ukgwa/20170609120000/https://paper.example/q?id=7', 'other', '2017-06-09T12:00:00.000Z'],
  ])('%s', (pasted, provider, at) => {
    expect(link(pasted)).toMatchObject({ url: new URL(pasted).href, key: link(ORIGINAL).key, archive: { provider, original: ORIGINAL, ...(at === undefined ? {} : { at }) }, warnings: [] })
    expect(link(pasted).archive?.at).toBe(at)
  })

  test.each(['https://archive.ph/2019.05.03-120000/https://paper.example/q?id=7', 'https://archive.today/20190503120000/https://paper.example/q?id=7', 'https://archive.is/newest/https://paper.example/q?id=7', 'https://archive.vn/?run=1&url=https://paper.example/q?id%3D7', 'https://archive.li/o/AbCdE/https://paper.example/q?id=7'])('%s with a warning', (pasted) => {
    expect(link(pasted)).toMatchObject({ key: link(ORIGINAL).key, archive: { original: ORIGINAL }, warnings: ['banned-archive'] })
  })

  test('an original that the address doesn’t tell is not made up', () => {
    // What names a page of the original is part of it, also when it is read again.
    for (const pasted of ['https://archive.ph/https://paper.example/q#/a', 'https://web.archive.org/web/2019/https://paper.example/q#/a']) expect(link(link(pasted).url)).toMatchObject({ key: 'paper.example/q#/a', url: pasted })
    expect(link('https://archive.ph/AbCdE')).toMatchObject({ archive: { original: null }, warnings: ['banned-archive'] })
    expect(link('https://archive.ph/page.php')).toMatchObject({ archive: { original: null } })
    expect(link('https://web.archive.org/web/2019/paper.example/q?id=7').archive?.original).toBe('http://paper.example/q?id=7')
    expect(link('https://perma.cc/AB12-CD34')).toMatchObject({ key: 'perma.cc/AB12-CD34', archive: { provider: 'perma', original: null } })
    expect(link('https://ghostarchive.org/archive/AbCdE').archive).toEqual({ provider: 'other', original: null })
    expect(link('https://ghostarchive.org/varchive/a-b_c123456')).toMatchObject({ key: 'youtube:a-b_c123456' })
    expect(link('https://web.archive.org/web/2019/javascript:alert(1)').archive ?? { original: null }).toMatchObject({ original: null })
    for (const page of ['https://archive.org/details/film', 'https://web.archive.org/', 'https://archive.ph/', 'https://perma.cc/about']) expect(link(page).archive).toBeUndefined()
  })

  test('of copies of copies the innermost original is taken, and no banned archive where another keeps it', () => {
    const inner = 'https://web.archive.org/web/2018/https://paper.example/q?id=7'
    expect(link(`https://web.archive.org/web/2020/${inner}`)).toMatchObject({ url: inner, archive: { original: ORIGINAL, at: '2018-01-01T00:00:00.000Z' } })
    expect(link(`https://archive.ph/2020/${inner}`)).toMatchObject({ url: inner, warnings: [] })
    expect(link('https://web.archive.org/web/2020/https://archive.ph/2019/https://paper.example/q?id=7')).toMatchObject({ url: 'https://web.archive.org/web/2020/https://archive.ph/2019/https://paper.example/q?id=7', archive: { provider: 'wayback', original: ORIGINAL }, warnings: [] })
    expect(link(`https://web.archive.org/web/2020/${'https://web.archive.org/web/2019/'.repeat(30)}https://a.example/`).url).toMatch(/^https:\/\/web\.archive\.org/)
  })

  test('a post in an archive is the post', () => {
    expect(link('https://web.archive.org/web/2019/https://twitter.com/mira/status/5?s=20')).toMatchObject({ key: 'x:5', platform: 'x', postId: '5', archive: { original: 'https://x.com/mira/status/5' } })
  })
})

describe('what to be careful with', () => {
  test.each([
    ['https://bucket.example/x.pdf?X-Amz-Signature=abc&X-Amz-Credential=q', 'signed'], ['https://a.example/x?access_token=q', 'signed'], ['https://a.example/x;jsessionid=1', 'signed'],
    ['https://docs.google.com/document/d/abc/edit?usp=sharing', 'unlisted'], ['https://www.dropbox.com/scl/fi/abc', 'unlisted'], ['https://t.me/c/123/4', 'unlisted'], ['https://cloud.example/s/AbCdEfGhIjKlMn1', 'unlisted'],
    ['https://bit.ly/abc', 'shortener'], ['https://t.co/abc', 'shortener'], ['https://vm.tiktok.com/abc/', 'shortener'], ['https://www.facebook.com/share/p/abc/', 'shortener'], ['https://www.reddit.com/r/x/s/abc', 'shortener'],
    ['https://t.me/+abc', 'invite'], ['https://chat.whatsapp.com/abc', 'invite'], ['https://discord.gg/abc', 'invite'], ['https://us02web.zoom.us/j/1', 'invite'],
  ])('%s is %s', (pasted, warning) => {
    expect(link(pasted).warnings).toEqual([warning])
  })

  test('an ordinary page is none of them', () => {
    for (const page of ['https://a.example/x?id=1', 'https://a.example/s/news', 'https://t.me/council/5', 'https://bit.ly/', 'https://www.google.com/']) expect(link(page).warnings).toEqual([])
  })
})

test('a book’s number is read where a catalogue’s address holds one, and only a right one', () => {
  expect(link('https://openlibrary.org/isbn/9783161484100').isbn).toBe('9783161484100')
  expect(link('https://www.worldcat.org/isbn/3-16-148410-X').isbn).toBe('9783161484100')
  expect(link('https://openlibrary.org/isbn/9783161484101').isbn).toBeUndefined()
})
