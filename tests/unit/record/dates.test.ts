import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDate, formatMoment, formatNumber, monthOf, type DateSettings } from '@/record/dates'

const levantine: DateSettings = { arabicMonths: 'ar-SY', arabicDigits: 'arab', timeZone: 'Asia/Damascus' }

describe('dates', () => {
  it.each([
    ['2019-05-03', 'en', '3 May 2019'], ['2019-05', 'en', 'May 2019'], ['2019', 'en', '2019'],
    ['2026-01-03', 'ar', '٣ كانون الثاني ٢٠٢٦'], ['2013-03', 'ar', 'آذار ٢٠١٣'], ['2013', 'ar', '٢٠١٣'],
  ])('%s in %s is %s', (value, language, printed) => expect(formatDate(value, language, levantine)).toBe(printed))

  it('take month names and digits of Arabic from the settings', () => {
    expect(formatDate('2026-08-03', 'ar', { ...levantine, arabicMonths: 'ar-EG' })).toBe('٣ أغسطس ٢٠٢٦')
    expect(formatDate('2026-08-03', 'ar', { ...levantine, arabicMonths: 'ar-MA', arabicDigits: 'latn' })).toBe('3 غشت 2026')
  })

  it('print an instant as the day that it is in the zone of the site, and a plain date as itself in every zone', () => {
    expect(formatDate('2026-06-30T22:30:00Z', 'en', levantine)).toBe('1 July 2026')
    expect(formatDate('2026-06-30T22:30:00Z', 'en', { ...levantine, timeZone: 'Europe/London' })).toBe('30 June 2026')
    for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) expect(formatDate('2026-06-30', 'en', { ...levantine, timeZone })).toBe('30 June 2026')
    expect(monthOf('2026-06-30T22:30:00Z', 'Asia/Damascus')).toBe('2026-07')
  })

  it('print a time of day only where there is one', () => {
    expect(formatMoment('2026-10-04T09:05:00Z', 'en', { ...levantine, timeZone: 'Europe/London' })).toBe('4 October 2026, 10:05')
    expect(formatMoment('2026-10', 'en', levantine)).toBe('October 2026')
  })

  it.each([
    ['2013~', 'about 2013', 'نحو ٢٠١٣'], ['2013-03?', 'March 2013 (?)', 'آذار ٢٠١٣ (؟)'], ['2013-03-12%', 'about 12 March 2013 (?)', 'نحو ١٢ آذار ٢٠١٣ (؟)'],
    ['2013/2015', '2013 to 2015', '٢٠١٣ إلى ٢٠١٥'], ['2013-03/2013-05-01', 'March 2013 to 1 May 2013', 'آذار ٢٠١٣ إلى ١ أيار ٢٠١٣'], ['1984?/2004~', '1984 (?) to about 2004', '١٩٨٤ (؟) إلى نحو ٢٠٠٤'],
    ['2013/..', 'since 2013', 'منذ ٢٠١٣'], ['2013/', 'from 2013', 'من ٢٠١٣'], ['../2013', 'until 2013', 'حتى ٢٠١٣'],
    ['196X', '1960 to 1969', '١٩٦٠ إلى ١٩٦٩'], ['19XX~', 'about 1900 to 1999', 'نحو ١٩٠٠ إلى ١٩٩٩'], ['2004-XX', '2004', '٢٠٠٤'], ['2004-06-XX', 'June 2004', 'حزيران ٢٠٠٤'], ['2004-21', 'spring 2004', 'ربيع ٢٠٠٤'],
  ])('say how far %s is known', (value, english, arabic) => {
    expect(formatDate(value, 'en', levantine)).toBe(english)
    expect(formatDate(value, 'ar', levantine)).toBe(arabic)
  })

  it('return what is no date unchanged, and never throw', () => {
    fc.assert(fc.property(fc.string(), (value) => typeof formatDate(value, 'ar', levantine) === 'string'))
    expect(formatDate('about 1998', 'en', levantine)).toBe('about 1998')
  })

  it('write numbers in the digits of the page', () => {
    expect(formatNumber(1234, 'ar', levantine)).toBe('١٢٣٤')
    expect(formatNumber(12345, 'en', levantine)).toBe('12,345')
  })
})
