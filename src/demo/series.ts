import type { DemoSeries } from './documents'

export const SERIES: readonly DemoSeries[] = [
  { key: 'closing-of-the-grounds', slug: 'the-closing-of-the-grounds', title: 'The closing of the grounds', description: 'Two parts on how a fishing ground became a protected energy water: the papers first, then the boats.' },
  { key: 'closing-of-the-grounds-ar', slug: 'إغلاق-المصائد', title: 'إغلاق المصائد', language: 'ar', translationOf: 'closing-of-the-grounds', description: 'جزءان عن تحوّل مصائد الأسماك إلى «مياه طاقة محمية»: الأوراق أولًا، ثم الزوارق.' },
]
