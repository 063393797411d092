import type { DemoSource } from '../documents'

/** Laws, orders, rulings and the papers of the court. */
export const LAW: readonly DemoSource[] = [
  {
    key: 'ordinance-19', kind: 'legal', title: 'المرسوم رقم ١٩ بشأن مياه الطاقة المحمية', titleTranslated: 'Ordinance 19 on Protected Energy Waters', titleLanguage: 'ar',
    creators: [{ name: 'مجلس وزراء ترسينا', nameLatin: 'Council of Ministers of Tarsena' }],
    container: 'Official Gazette', issue: '4417', number: '19', publisher: 'State Printing House', place: 'Ilmar', issued: '2023-11-14',
    url: 'https://gazette.tarsena.example/4417/ordinance-19', archivedUrl: 'https://archive.littoral.example/2024/gazette-4417', archivedAt: '2024-01-09',
  },
  {
    key: 'widening-order', kind: 'legal', title: 'قرار وزاري رقم ٢٠٢ لعام ٢٠٢٤ بتوسيع المنطقة المحمية', titleTranslated: 'Ministerial Order 202 of 2024 widening the protected zone', titleLanguage: 'ar',
    creators: [{ name: 'وزارة المرافئ والطاقة', nameLatin: 'Ministry of Ports and Energy' }],
    container: 'Official Gazette', issue: '4502', number: '202', publisher: 'State Printing House', place: 'Ilmar', issued: '2024-08-01',
    url: 'https://gazette.tarsena.example/4502/order-202', archivedUrl: 'https://archive.littoral.example/2024/gazette-4502', archivedAt: '2024-08-03',
    note: 'The Gazette’s own copy lacks the annex with the coordinates; the archived copy has it.',
  },
  {
    key: 'charter-1974', kind: 'legal', title: 'Charter of the Sirra Grounds', publisher: 'Harbour Council of Marsa Dellum', issued: '1974-04',
    url: 'https://library.marsadellum.example/charter-of-the-grounds',
    note: 'Eleven handwritten pages, never repealed.',
  },
  {
    key: 'notice-to-mariners', kind: 'legal', title: 'Notice to Mariners 31 of 2024: Sirra Terminal', publisher: 'Tarsena Port Authority', issued: '2024-08-02',
    url: 'https://ports.tarsena.example/notices/2024/31', archivedUrl: 'https://archive.littoral.example/2024/ntm-31', archivedAt: '2024-09-17',
  },
  {
    key: 'inquest-record', kind: 'legal', title: 'Record of the inquest into the death of Selim Orfan, no. 14 of 2026', publisher: 'Coroner’s Court of Marsa Dellum', issued: '2026',
    url: 'https://courts.tarsena.example/inquests/2026/14',
    note: 'Our reporter sat through all six days; page numbers follow the record as it was sold at the court’s counter.',
  },
  {
    key: 'ruling-88', kind: 'legal', title: 'حكم المحكمة الإدارية في إلمار، الدعوى رقم ٨٨ لعام ٢٠٢٦', titleTranslated: 'Ruling of the Administrative Court of Ilmar in case 88 of 2026', titleLanguage: 'ar',
    publisher: 'Administrative Court of Ilmar', issued: '2026-06-18', url: 'https://courts.tarsena.example/administrative/2026/88',
  },
  {
    key: 'detention-code', kind: 'legal', title: 'Code of Preliminary Detention, articles 40 to 62', publisher: 'Ministry of Justice of Tarsena', issued: '2009',
    url: 'https://justice.tarsena.example/codes/detention',
  },
  {
    key: 'committee-minutes', kind: 'legal', title: 'Minutes of the Standing Committee on Ports and Energy, 29th sitting', publisher: 'Assembly of Tarsena', issued: '2026-10-27',
    url: 'https://assembly.tarsena.example/committees/ports-energy/29',
  },
]
