import type { DemoSource } from '../documents'

/** Newspapers, posts, statements, letters and interviews. */
export const PRESS: readonly DemoSource[] = [
  {
    key: 'three-torn-nets', kind: 'article', title: 'ثلاث شِباك ممزّقة وزورق لم يعد', titleTranslated: 'Three torn nets, and a boat that did not come back', titleLanguage: 'ar',
    creators: [{ name: 'ليلى نصران', nameLatin: 'Layla Nasran', familyName: 'نصران' }], container: 'صوت المينا', publisher: 'Sawt al-Mina', issued: '2026-02-11', url: 'https://sawtalmina.example/2026/02/11/three-nets',
    archivedUrl: 'https://archive.littoral.example/2026/sawt-three-nets', archivedAt: '2026-02-11', note: 'The newspaper’s site was closed by order on 3 March 2026. The archived copy is complete.',
  },
  {
    key: 'sawt-closure', kind: 'article', title: 'إلى قرّائنا: هذا آخر عدد', titleTranslated: 'To our readers: this is the last issue', titleLanguage: 'ar',
    creators: [{ name: 'هيئة تحرير صوت المينا', nameLatin: 'The editors of Sawt al-Mina' }], container: 'صوت المينا', publisher: 'Sawt al-Mina', issued: '2026-03-03',
    archivedUrl: 'https://archive.littoral.example/2026/sawt-last-issue', archivedAt: '2026-03-03',
  },
  {
    key: 'courier-editorial', kind: 'article', title: 'The sea is not a village square', container: 'The Ilmar Courier', publisher: 'Courier Press', issued: '2026-02-24', url: 'https://ilmarcourier.example/opinion/not-a-village-square',
  },
  {
    key: 'fish-do-not-read', kind: 'article', title: 'Fish do not read ordinances', creators: [{ name: 'Odile Marrant' }], container: 'Salt & Ledger, no. 37', publisher: 'Salt & Ledger', issued: '2026-03-20',
    url: 'https://saltandledger.example/37/fish-do-not-read', archivedUrl: 'https://archive.littoral.example/2026/salt-ledger-37', archivedAt: '2026-03-21',
  },
  {
    key: 'winter-quay', kind: 'article', title: 'What a net-mender knows', creators: [{ name: 'Warda Sellane' }], container: 'The Winter Quay', publisher: 'The Winter Quay', issued: '2025-12', url: 'https://winterquay.example/2025/what-a-net-mender-knows',
  },
  {
    key: 'letter-31', kind: 'letter', title: 'Letter of thirty-one organisations to the Minister of Justice', publisher: 'Harbour Solidarity Network', issued: '2026-03-08', url: 'https://harboursolidarity.example/letters/thirty-one',
  },
  {
    key: 'corvane-statement', kind: 'statement', title: 'Corvane Littoral on recent events near the Sirra Terminal', publisher: 'Corvane Littoral', issued: '2026-02-10',
    url: 'https://corvane.example/news/recent-events', archivedUrl: 'https://archive.littoral.example/2026/corvane-recent-events', archivedAt: '2026-02-10',
    note: 'The company changed its page on 13 February 2026 without saying so. The archived copy is the first wording.',
  },
  {
    key: 'guard-statement', kind: 'statement', title: 'Statement on a vessel in distress', publisher: 'Coastal Guard of Tarsena', issued: '2026-02-09',
    url: 'https://coastalguard.tarsena.example/statements/2026-02-09', archivedUrl: 'https://archive.littoral.example/2026/guard-statement', archivedAt: '2026-02-09',
  },
  {
    key: 'energy-facts-post', kind: 'socialPost', title: 'Post of 17 September 2026', creators: [{ name: 'Tarsena Energy Facts', handle: '@energyfacts' }], platform: 'x', postId: '7719', issued: '2026-09-17', url: 'https://x.example/energyfacts/status/7719',
  },
  {
    key: 'bar-statement', kind: 'statement', title: 'بيان نقابة المحامين بشأن موقوفي مرسى دلّوم', titleTranslated: 'Statement of the Bar Association on the detainees of Marsa Dellum', titleLanguage: 'ar',
    creators: [{ name: 'نقابة المحامين في ترسينا', nameLatin: 'Bar Association of Tarsena' }], publisher: 'Bar Association of Tarsena', issued: '2026-03-11', url: 'https://bar.tarsena.example/statements/marsa-dellum',
  },
  {
    key: 'doctor-interview', kind: 'interview', title: 'Interview with Dr Maren Ulloa, physician to released detainees', creators: [{ name: 'Nadia Ferrane' }], publisher: 'The Net Loft', issued: '2026-10-02',
    note: 'Dr Ulloa read and confirmed every sentence that rests on this interview.',
  },
  {
    key: 'orfan-interview', kind: 'interview', title: 'Conversations with the Orfan family', creators: [{ name: 'Rasha Dennoun' }], publisher: 'The Net Loft', issued: '2026-06',
    note: 'The family chose what is told here and read it before it was published.',
  },
  {
    key: 'insurers-register', kind: 'dataset', title: 'Register of marine liability cover, Sirra Star', publisher: 'Hull & Hazard Register', issued: '2026-04', url: 'https://hullandhazard.example/register/sirra-star',
  },
]
