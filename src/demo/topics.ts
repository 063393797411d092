import type { DemoTopic } from './documents'

export const TOPICS: readonly DemoTopic[] = [
  { key: 'closed-waters', slug: 'closed-waters', title: 'Closed waters', description: 'The exclusion zone round the Sirra Terminal: how it came about, how it grew, and what it keeps out.' },
  { key: 'detention', slug: 'detention', title: 'Detention', description: 'The three organisers of Marsa Dellum, and others who were held for speaking about the sea.' },
  { key: 'deaths-at-sea', slug: 'deaths-at-sea', title: 'Deaths at sea', description: 'Selim Orfan, and what the law owes to those who do not come back.' },
  { key: 'livelihoods', slug: 'livelihoods', title: 'Livelihoods', description: 'Landings, debts, nets and kitchens: what the closing of the grounds does to a coast.' },
  { key: 'courts', slug: 'courts', title: 'Courts and law', description: 'Ordinances, orders, inquests and rulings, explained by people who read them.' },
  { key: 'women-of-the-lofts', slug: 'women-of-the-lofts', title: 'Women of the lofts', description: 'Those who mend the nets, keep the count and remember.' },
  { key: 'denial', slug: 'claims-and-denials', title: 'Claims and denials', description: 'What is said against the people of the coast, and what the record says.' },
  { key: 'solidarity', slug: 'solidarity', title: 'Solidarity', description: 'Statements, letters and days of action.' },
  { key: 'closed-waters-ar', slug: 'المياه-المغلقة', title: 'المياه المُغلَقة', language: 'ar', translationOf: 'closed-waters', description: 'المنطقة المحظورة حول محطة سِرّة: كيف نشأت، وكيف اتسعت، ومن الذي تُبعده عن البحر.' },
  { key: 'detention-ar', slug: 'الاحتجاز', title: 'الاحتجاز', language: 'ar', translationOf: 'detention', description: 'منظِّمو مرسى دلّوم الثلاثة، وغيرهم ممن احتُجزوا لأنهم تكلموا عن البحر.' },
  { key: 'deaths-at-sea-ar', slug: 'وفيات-في-البحر', title: 'وفيات في البحر', language: 'ar', translationOf: 'deaths-at-sea', description: 'سليم عرفان، وما يدين به القانون لمن لا يعودون.' },
  { key: 'livelihoods-ar', slug: 'أرزاق', title: 'أرزاق', language: 'ar', translationOf: 'livelihoods', description: 'الصيد والديون والشِّباك والمطابخ: ما يفعله إغلاق المصائد بساحل كامل.' },
  { key: 'solidarity-ar', slug: 'تضامن', title: 'تضامن', language: 'ar', translationOf: 'solidarity', description: 'بيانات ورسائل وأيام عمل.' },
  { key: 'women-of-the-lofts-ar', slug: 'نساء-الشباك', title: 'نساء الشِّباك', language: 'ar', translationOf: 'women-of-the-lofts', description: 'اللواتي يرتقن الشِّباك ويحفظن الحساب ويتذكرن.' },
]
