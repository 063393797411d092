import type { DemoCampaign } from './documents'
import { cite, h2, p, to } from './text'

export const CAMPAIGNS: readonly DemoCampaign[] = [
  {
    key: 'open-the-grounds', slug: 'open-the-grounds', title: 'Open the Grounds',
    standfirst: 'The Sirra Bank fed two towns for six generations. We ask that it be opened again to boats under twelve metres, and that those who live from it be asked.',
    lead: { image: 'open-the-grounds' },
    aims: [
      'Let Ordinance 19 lapse on 15 December 2026, or renew it with a zone of no more than 500 metres.',
      'Put the words “and remain” back into every notice: a boat that runs home from weather commits no offence.',
      'Light the lamp on the second Sister.',
      'Ask those concerned, by name, before any line in the water is moved again.',
    ],
    keyDates: [
      { on: '1974-04', label: 'The Charter of the Sirra Grounds' },
      { on: '2023-11-14', label: 'Ordinance 19: a zone of one mile' },
      { on: '2024-08-01', label: 'Order 202: five miles' },
      { on: '2025-09-27', label: 'The first Day of the Nets' },
      { on: '2026-06-18', label: 'The Administrative Court sets the order aside; the ministry appeals' },
      { on: '2026-09-27', label: 'The second Day of the Nets' },
      { on: '2026-12-15', label: 'Ordinance 19 lapses, unless it is renewed' },
    ],
    callsToAction: [
      { label: 'Write to a member of the Assembly', url: 'https://harboursolidarity.example/write', note: 'Seven have not said how they will vote.' },
      { label: 'Print the poster', url: 'https://harboursolidarity.example/poster', note: 'A3, one colour.' },
      { label: 'Read the papers', url: 'https://harboursolidarity.example/papers' },
    ],
    body: [
      p`Two hundred and fourteen boats of Marsa Dellum and Ain Sirra are shorter than twelve metres. Since August 2024 they may not enter the ground for which they were built.${cite('widening-order')} Ninety-three of them no longer go out.`,
      h2`What we do not ask`,
      p`We do not ask that the terminal go away. People who are for it and people who are against it work in this campaign, often on the same boat. We ask who was asked. ${to('articles', 'how-a-coast-was-closed', 'The papers are here')}, and ${to('articles', 'what-the-boats-brought-home', 'the figures here')}.`,
    ],
    course: { state: 'live', at: '2026-03-30T09:00:00Z' },
  },
  {
    key: 'free-the-three', slug: 'free-the-three', title: 'Free the Three of Marsa Dellum',
    standfirst: 'Idris Vannoum, Mariam Qastal and Yunis Derra were taken from their homes on 3 March 2026. Two are out. None has been charged. One is still inside.',
    lead: { image: 'three-lamps' },
    aims: ['Bring Idris Vannoum before a judge, or let him go.', 'Lift the conditions on Mariam Qastal.', 'Open the Customs House to inspection, and publish its register.', 'Let Sawt al-Mina print.'],
    keyDates: [
      { on: '2026-03-03', label: 'The arrests, before dawn' },
      { on: '2026-03-29', label: 'Yunis Derra is let go, after 26 days' },
      { on: '2026-08-30', label: 'Day 180, the most that the code allows' },
      { on: '2026-10-08', label: 'Mariam Qastal is let go, after 219 days, on conditions' },
    ],
    callsToAction: [
      { label: 'Write to the Minister of Justice', url: 'https://familiesofthethree.example/write' },
      { label: 'Come to a letter evening', url: 'https://familiesofthethree.example/evenings', note: 'Thursdays at seven, in the loft, with soup.' },
    ],
    body: [
      p`One asked what an order had done to four hundred households. One taught children to draw a map. One answered a call for help. Thirty-one organisations have asked for their release,${cite('letter-31')} and so has the Bar Association.${cite('bar-statement')} The families keep ${to('articles', 'in-the-customs-house', 'the count of days')}.`,
    ],
    course: { state: 'live', at: '2026-03-07T09:00:00Z', namesPeople: true },
  },
  {
    key: 'inquest-for-selim-orfan', slug: 'an-inquest-for-selim-orfan', title: 'An inquest for Selim Orfan', isActive: false,
    standfirst: 'From February to September 2026, his family and neighbours asked for one thing: that somebody find out, in public, how he died. It was found.',
    aims: ['A public inquest, with the tracks and the recording in evidence.', 'The cutter’s recorder to be produced. (It was not.)'],
    keyDates: [
      { on: '2026-02-09', label: 'Selim Orfan dies off the Sisters' },
      { on: '2026-05-12', label: 'The inquest opens' },
      { on: '2026-09-16', label: 'The finding' },
    ],
    callsToAction: [],
    body: [p`This campaign has ended, since what it asked for was done. The record is public,${cite('inquest-record')} and ${to('articles', 'what-the-inquest-heard', 'our report of it')} gives every page. What the family asks for now is in ${to('articles', 'after-the-finding', 'its statement')}.`],
    course: { state: 'live', at: '2026-05-08T09:00:00Z', namesPeople: true },
  },
  {
    key: 'open-the-grounds-ar', slug: 'افتحوا-المصائد', title: 'افتحوا المصائد', language: 'ar', translationOf: 'open-the-grounds',
    standfirst: 'أطعم ضحضاح سِرّة بلدتين ستة أجيال. نطلب أن يُفتح من جديد أمام الزوارق التي تقل عن اثني عشر مترًا، وأن يُسأل من يعيشون منه.',
    lead: { image: 'open-the-grounds-ar' },
    aims: ['أن ينقضي المرسوم ١٩ في ١٥ كانون الأول ٢٠٢٦، أو يُجدَّد بمنطقة لا تتجاوز خمسمئة متر.', 'أن تعود عبارة «ويمكث فيها» إلى كل إعلان: فالزورق العائد من العاصفة لا يرتكب جرمًا.', 'أن يُضاء مصباح الشقيقة الثانية.', 'أن يُسأل المعنيون بأسمائهم قبل أن يتحرك أي خط في الماء.'],
    keyDates: [
      { on: '1974-04', label: 'ميثاق مصائد سِرّة' },
      { on: '2023-11-14', label: 'المرسوم ١٩: منطقة عرضها ميل' },
      { on: '2024-08-01', label: 'القرار ٢٠٢: خمسة أميال' },
      { on: '2026-09-27', label: 'يوم الشِّباك الثاني' },
      { on: '2026-12-15', label: 'انقضاء المرسوم ١٩ ما لم يُجدَّد' },
    ],
    callsToAction: [
      { label: 'اكتب إلى نائب في المجلس', url: 'https://harboursolidarity.example/ar/write', note: 'سبعة نواب لم يعلنوا موقفهم بعد.' },
      { label: 'اطبع الملصق', url: 'https://harboursolidarity.example/ar/poster' },
    ],
    body: [p`في مرسى دلّوم وعين سِرّة مئتان وأربعة عشر زورقًا يقل طولها عن اثني عشر مترًا، ولا يحق لها منذ آب ٢٠٢٤ أن تدخل المصائد التي صُنعت لها.${cite('widening-order')} ثلاثة وتسعون منها لم تعد تبحر. لا نطلب أن ترحل المحطة؛ بيننا من يؤيدها ومن يعارضها، وكثيرًا ما يجتمعون في زورق واحد. نسأل فقط: مَن الذي سُئل؟ ${to('articles', 'how-a-coast-was-closed-ar', 'الأوراق هنا')}.`],
    course: { state: 'live', at: '2026-04-01T09:00:00Z' },
  },
  {
    key: 'free-the-three-ar', slug: 'الحرية-لثلاثة-مرسى-دلوم', title: 'الحرية لثلاثة مرسى دلّوم', language: 'ar', translationOf: 'free-the-three',
    standfirst: 'أُخذ إدريس فنّوم ومريم قسطل ويونس درّة من بيوتهم في ٣ آذار ٢٠٢٦. خرج اثنان منهم، ولم تُوجَّه إلى أيّ منهم تهمة، ولا يزال واحد في الداخل.',
    lead: { image: 'three-lamps-ar' },
    aims: ['أن يُعرض إدريس فنّوم على قاضٍ أو يُخلى سبيله.', 'أن تُرفع القيود عن مريم قسطل.', 'أن تُفتح دار الجمارك للتفتيش ويُنشر سجلها.', 'أن تعود «صوت المينا» إلى الصدور.'],
    keyDates: [
      { on: '2026-03-03', label: 'الاعتقال قبل الفجر' },
      { on: '2026-03-29', label: 'إخلاء سبيل يونس درّة بعد ٢٦ يومًا' },
      { on: '2026-10-08', label: 'إخلاء سبيل مريم قسطل بعد ٢١٩ يومًا، بشروط' },
    ],
    callsToAction: [{ label: 'اكتب إلى وزير العدل', url: 'https://familiesofthethree.example/ar/write' }],
    body: [p`أحدهم سأل عمّا فعله قرارٌ بأربعمئة عائلة، وإحداهم علّمت الأطفال كيف تُرسم خريطة، والثالث أجاب نداء استغاثة. طالبت بالإفراج عنهم إحدى وثلاثون منظمة،${cite('letter-31')} ونقابة المحامين.${cite('bar-statement')}`],
    course: { state: 'live', at: '2026-03-07T10:00:00Z', namesPeople: true },
  },
]
