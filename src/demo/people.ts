import type { DemoPerson } from './documents'

export const PEOPLE: readonly DemoPerson[] = [
  { key: 'nadia-ferrane', slug: 'nadia-ferrane', title: 'Nadia Ferrane', role: 'Reporter', bio: 'Nadia Ferrane has written about the coast since 2014, first for Sawt al-Mina and, since it was closed, for The Net Loft. She covers the detained organisers.' },
  { key: 'rasha-dennoun', slug: 'rasha-dennoun', title: 'Rasha Dennoun', role: 'Harbour correspondent', bio: 'Rasha Dennoun grew up above the ice house of Marsa Dellum. She sat through all six days of the inquest.' },
  { key: 'tomas-ackery', slug: 'tomas-ackery', title: 'Tomas Ackery', role: 'Data and maps', bio: 'Tomas Ackery draws the maps and checks the sums. He was a hydrographer for nine years.' },
  { key: 'samira-keld', slug: 'samira-keld', title: 'Samira Keld', role: 'Lawyer', bio: 'Samira Keld practises before the Administrative Court of Ilmar. She is not counsel in any case that she writes about here.' },
  { key: 'hala-idrane', slug: 'hala-idrane', title: 'Hala Idrane', role: 'Translator', bio: 'Hala Idrane translates between Arabic and English, and runs the letter-writing evenings in the loft.' },
  { key: 'warda-sellane', slug: 'warda-sellane', title: 'Warda Sellane', role: 'Net-mender', bio: 'Warda Sellane has mended nets for forty-four years and kept the count books of the north loft for twenty of them.' },
  { key: 'the-desk', slug: 'the-desk', title: 'The Net Loft', role: 'The desk', bio: 'What the whole desk stands for is signed by the desk.' },
  { key: 'mariam-qastal', slug: 'mariam-qastal', title: 'Mariam Qastal', role: 'Teacher, held from March to October 2026', bio: 'Mariam Qastal teaches geography and is secretary of the Net-menders’ Committee. She was held for 219 days.' },
  { key: 'nadia-ferrane-ar', slug: 'ناديا-فران', title: 'ناديا فرّان', language: 'ar', translationOf: 'nadia-ferrane', role: 'صحافية', bio: 'تكتب ناديا فرّان عن الساحل منذ عام ٢٠١٤، في «صوت المينا» أولًا، ثم في «بيت الشِّباك» بعد إغلاق الصحيفة. تتابع قضية المنظِّمين المحتجزين.' },
  { key: 'rasha-dennoun-ar', slug: 'رشا-دنون', title: 'رشا دنّون', language: 'ar', translationOf: 'rasha-dennoun', role: 'مراسلة المرفأ', bio: 'نشأت رشا دنّون في بيت فوق معمل الثلج في مرسى دلّوم. حضرت جلسات التحقيق في الوفاة بأيامها الستة كلها.' },
  { key: 'hala-idrane-ar', slug: 'هالة-إدران', title: 'هالة إدران', language: 'ar', translationOf: 'hala-idrane', role: 'مترجمة', bio: 'تترجم هالة إدران بين العربية والإنكليزية، وتنظم أمسيات كتابة الرسائل في بيت الشِّباك.' },
  { key: 'mariam-qastal-ar', slug: 'مريم-قسطل', title: 'مريم قسطل', language: 'ar', translationOf: 'mariam-qastal', role: 'معلمة، احتُجزت من آذار إلى تشرين الأول ٢٠٢٦', bio: 'مريم قسطل معلمة جغرافيا وأمينة سر لجنة راتقات الشِّباك. احتُجزت ٢١٩ يومًا.' },
  { key: 'the-desk-ar', slug: 'بيت-الشباك', title: 'بيت الشِّباك', language: 'ar', translationOf: 'the-desk', role: 'هيئة التحرير', bio: 'ما تتحمل مسؤوليته هيئة التحرير كلها يحمل اسمها.' },
]
