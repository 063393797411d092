import type { DemoTerm } from './documents'

/** The vocabulary that warnings are made of, with the IPTC content-warning NewsCodes (CC BY) that each comes under. */
export const WARNING_TERMS: readonly DemoTerm[] = [
  { key: 'torture', en: 'Torture or ill-treatment', ar: 'تعذيب أو سوء معاملة', iptc: ['suffering'], defined: { en: 'Pain or degradation inflicted on somebody who is held or controlled by others.', ar: 'ألم أو إهانة تُلحَق بإنسان محتجز أو واقع تحت سيطرة غيره.' } },
  { key: 'killing', en: 'Killing or death', ar: 'قتل أو وفاة', iptc: ['death'], defined: { en: 'How somebody died or was killed.', ar: 'كيف مات إنسان أو قُتل.' } },
  { key: 'bodies', en: 'Bodies or human remains', ar: 'جثامين أو رفات بشرية', iptc: ['death'], defined: { en: 'The dead themselves, seen or described.', ar: 'الموتى أنفسهم، بالصورة أو بالوصف.' } },
  { key: 'massacre', en: 'Massacre or mass graves', ar: 'مجازر أو مقابر جماعية', iptc: ['death'], defined: { en: 'The killing of many people at once, and where they were buried.', ar: 'قتل جماعي، والأماكن التي دُفن فيها الضحايا.' } },
  { key: 'war', en: 'Bombing, shelling, combat', ar: 'قصف أو قتال', iptc: ['violence'], defined: { en: 'Attacks with weapons of war and what they do.', ar: 'هجمات بأسلحة الحرب وما تُخلّفه.' } },
  { key: 'chemical', en: 'Chemical or banned weapons', ar: 'أسلحة كيميائية أو محظورة', iptc: ['violence'], defined: { en: 'Weapons that international law forbids, and their effects.', ar: 'أسلحة يحظرها القانون الدولي، وآثارها.' } },
  { key: 'injury', en: 'Severe injury or blood', ar: 'إصابات بالغة أو دماء', iptc: ['suffering'], defined: { en: 'Wounds, broken bones, marks on a body, blood.', ar: 'جروح أو كسور أو آثار على الجسد أو دماء.' } },
  { key: 'execution', en: 'Execution or beheading', ar: 'إعدام أو قطع رؤوس', iptc: ['death'], defined: { en: 'People put to death by those who hold them.', ar: 'قتل أشخاص على أيدي من يحتجزونهم.' } },
  { key: 'sexual', en: 'Sexual violence', ar: 'عنف جنسي', iptc: ['violence'], defined: { en: 'Rape, sexual assault, or threats of either.', ar: 'اغتصاب أو اعتداء جنسي، أو التهديد بهما.' } },
  { key: 'gbv', en: 'Domestic or gender-based violence', ar: 'عنف أسري أو ضد النساء', iptc: ['violence'], defined: { en: 'Violence at home, or against somebody because of their gender.', ar: 'عنف داخل البيت، أو عنف ضد إنسان بسبب نوعه الاجتماعي.' } },
  { key: 'children', en: 'Harm to children', ar: 'إيذاء أطفال', iptc: ['suffering'], defined: { en: 'Children who are hurt, in danger, or bereaved.', ar: 'أطفال يتعرضون للأذى أو الخطر أو يفقدون ذويهم.' } },
  { key: 'detention', en: 'Detention or enforced disappearance', ar: 'اعتقال أو إخفاء قسري', iptc: [], defined: { en: 'People held, or held where nobody is told.', ar: 'أشخاص محتجزون، أو محتجزون في مكان لا يُخبَر به أحد.' } },
  { key: 'kidnap', en: 'Kidnapping or hostages', ar: 'خطف أو رهائن', iptc: ['violence'], defined: { en: 'People taken and kept to force something from others.', ar: 'أشخاص يُخطفون ويُحتجزون لانتزاع شيء من غيرهم.' } },
  { key: 'siege', en: 'Starvation or siege', ar: 'تجويع أو حصار', iptc: ['suffering'], defined: { en: 'Hunger, thirst or want imposed on people.', ar: 'جوع أو عطش أو حرمان يُفرض على الناس.' } },
  { key: 'border', en: 'Displacement or deaths at borders', ar: 'تهجير أو وفيات على الحدود', iptc: ['death'], defined: { en: 'People driven from where they live, or who die on the way to somewhere else.', ar: 'أشخاص يُجبَرون على ترك أماكن عيشهم، أو يموتون في طريقهم إلى غيرها.' } },
  { key: 'suicide', en: 'Suicide or self-harm', ar: 'انتحار أو إيذاء النفس', iptc: ['death'], defined: { en: 'Suicide, self-harm, or thoughts of either.', ar: 'الانتحار أو إيذاء النفس أو التفكير فيهما.' } },
  { key: 'hate', en: 'Racist or sectarian hatred, slurs', ar: 'كراهية عنصرية أو طائفية، ألفاظ مهينة', iptc: ['language'], defined: { en: 'Words that degrade people for who they are, quoted as they were said.', ar: 'كلمات تحطّ من قدر الناس بسبب انتمائهم، منقولة كما قيلت.' } },
  { key: 'lgbt', en: 'Anti-LGBT hatred', ar: 'كراهية ضد المثليين والعابرين', iptc: ['language'], defined: { en: 'Hatred of people for whom they love or who they are.', ar: 'كراهية موجهة إلى أشخاص بسبب ميولهم أو هوياتهم.' } },
  { key: 'humiliation', en: 'Humiliation or forced nudity', ar: 'إذلال أو تعرية قسرية', iptc: ['nudity'], defined: { en: 'People degraded on purpose, undressed by force, or made a show of.', ar: 'أشخاص يُهانون عمدًا أو يُجرَّدون من ثيابهم أو يُجعلون فُرجة.' } },
  { key: 'grief', en: 'People in acute distress or grief', ar: 'أشخاص في صدمة أو حداد', iptc: ['suffering'], defined: { en: 'People at the moment of loss or terror.', ar: 'أشخاص في لحظة الفقد أو الفزع.' } },
  { key: 'denial', en: 'Atrocity denial', ar: 'إنكار الفظائع', iptc: [], defined: { en: 'Claims that what happened to people did not happen, or served them right.', ar: 'مزاعم بأن ما جرى للناس لم يجرِ، أو أنهم استحقوه.' } },
  { key: 'perpetrator', en: 'Material made by perpetrators', ar: 'مواد أنتجها الجناة', iptc: ['violence'], defined: { en: 'Pictures, recordings or words made by those who did the harm.', ar: 'صور أو تسجيلات أو كلمات أنتجها من ألحقوا الأذى.' } },
  { key: 'audio', en: 'Screams, gunfire, explosions', ar: 'صراخ أو إطلاق نار أو انفجارات', iptc: ['suffering'], defined: { en: 'Sounds of fear or violence.', ar: 'أصوات خوف أو عنف.' } },
  { key: 'flashing', en: 'Flashing images', ar: 'صور وامضة', iptc: [], defined: { en: 'Images that flash, which can set off seizures.', ar: 'صور تومض وقد تسبّب نوبات لدى بعض الناس.' } },
]
