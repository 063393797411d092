import type { Depiction, Intensity } from '@/record/body'

/** The words of feeds that come from the site and not from an editor. */
export type Texts = {
  contentNotice: string
  depictions: Record<Depiction, string>
  intensities: Record<Intensity, string>
  /** Between the entries of a sentence's list. */
  separator: string
  correction(date: string): string
  retraction(date: string): string
  retracted(title: string): string
  withdrawnTitle: string
  withdrawn(date: string): string
  firstPublishedBy: string
  postedBy(account: string, platform: string, date: string): string
  bodyOnPage: string
  partOnPage: string
  readPost: string
  readOn(site: string): string
  notes: string
  back: string
  quoted: string
  sourceLost: string
  licence: string
  reposted: string
}

const en: Texts = {
  contentNotice: 'Content notice',
  depictions: { mentioned: 'mentioned', described: 'described', shown: 'shown', audible: 'audible' },
  intensities: { brief: 'briefly', detailed: 'in detail', graphic: 'graphically' },
  separator: '; ',
  correction: (date) => `Correction, ${date}`,
  retraction: (date) => `Retracted, ${date}`,
  retracted: (title) => `Retracted: ${title}`,
  withdrawnTitle: 'Withdrawn',
  withdrawn: (date) => `This text was withdrawn on ${date}.`,
  firstPublishedBy: 'First published by',
  postedBy: (account, platform, date) => `Posted by ${account} on ${platform}${date === '' ? '' : `, ${date}`}`,
  bodyOnPage: 'This text is not carried in the feed. Read it on the page, where it stands behind its notice',
  partOnPage: 'Left out of the feed: see it on the page',
  readPost: 'Read the post',
  readOn: (site) => `Read on ${site}`,
  notes: 'Sources and notes',
  back: 'Back to the text',
  quoted: 'Statement',
  sourceLost: 'Source link lost',
  licence: 'Licence',
  reposted: 'Original',
}

const ar: Texts = {
  contentNotice: 'تنبيه بشأن المحتوى',
  depictions: { mentioned: 'إشارة', described: 'وصف', shown: 'مشاهد', audible: 'أصوات' },
  intensities: { brief: 'بإيجاز', detailed: 'بالتفصيل', graphic: 'بتفاصيل صادمة' },
  separator: '؛ ',
  correction: (date) => `تصحيح، ${date}`,
  retraction: (date) => `سُحب مضمون هذا النص، ${date}`,
  retracted: (title) => `مسحوب المضمون: ${title}`,
  withdrawnTitle: 'نص مسحوب',
  withdrawn: (date) => `سُحب هذا النص في ${date}.`,
  firstPublishedBy: 'نُشر أولًا لدى',
  postedBy: (account, platform, date) => `نشره ${account} على ${platform}${date === '' ? '' : `، ${date}`}`,
  bodyOnPage: 'لا تحمل الخلاصة هذا النص. اقرأه في صفحته حيث يسبقه التنبيه',
  partOnPage: 'حُذف هذا الجزء من الخلاصة: تجده في الصفحة',
  readPost: 'اقرأ المنشور',
  readOn: (site) => `اقرأه في ${site}`,
  notes: 'المصادر والحواشي',
  back: 'العودة إلى النص',
  quoted: 'بيان',
  sourceLost: 'رابط المصدر مفقود',
  licence: 'الرخصة',
  reposted: 'الأصل',
}

/** The words in `language`; English where there are none. */
export function textsFor(language: string): Texts {
  return language === 'ar' || language.startsWith('ar-') ? ar : en
}

export const PLATFORM_NAMES: Record<string, string> = {
  x: 'X', facebook: 'Facebook', instagram: 'Instagram', mastodon: 'Mastodon', bluesky: 'Bluesky', telegram: 'Telegram', tiktok: 'TikTok', youtube: 'YouTube', linkedin: 'LinkedIn',
}
