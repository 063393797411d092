import type { DemoImage } from '../documents'
import { CHART_IMAGES } from './charts'
import { HARBOUR_IMAGES } from './harbour'
import { LOFT_IMAGES } from './lofts'

const CREDIT = 'طُبع في البيت الشمالي لـ«بيت الشِّباك»'

/** What Arabic readers are told of an image, by the key of the image. */
const ARABIC: Record<string, { alt: string; credit: string }> = {
  'open-the-grounds': { credit: CREDIT, alt: 'ملصق مطبوع بالحفر: ثمانية زوارق متراصّة عُلّقت بين صواريها شِباك، وخلفها شمس حمراء تشرق. تحتها بالإنكليزية: افتحوا المصائد.' },
  'boat-and-wake': { credit: CREDIT, alt: 'طباعة حفر: في الليل يميل زورق صغير مكشوف عليه مصباح أحمر فوق موجة يخلّفها زورق كبير مطفأ الأنوار.' },
  'three-lamps': { credit: CREDIT, alt: 'طباعة حفر: ثلاثة فوانيس في صف واحد، الطرفيّان مضاءان والأوسط مطفأ.' },
  sisters: { credit: CREDIT, alt: 'طباعة حفر: ثلاث صخور في البحر تحت النجوم، والمنارة على الوسطى مطفأة، وأمامها صف من العوّامات الحمراء.' },
  letter: { credit: CREDIT, alt: 'طباعة حفر: رسالة بخط اليد عليها طابع أحمر وفي ذيلها سنونوة صغيرة، وحولها أشعة.' },
  'zone-map': { credit: 'توماس أكري / بيت الشِّباك', alt: 'خريطة ساحل فيها مرسى دلّوم جنوبًا وعين سِرّة شمالًا. قبالته دائرة صغيرة متقطعة داخل دائرة حمراء كبيرة مخطَّطة تبلغ الشاطئ وتضم ثلاث صخور.' },
}

/** The same prints for texts in Arabic: alternative text and credit are in the language of the page. Their keys end in `-ar`. */
export const ARABIC_IMAGES: readonly DemoImage[] = [...HARBOUR_IMAGES, ...CHART_IMAGES, ...LOFT_IMAGES].flatMap((image) => {
  const words = ARABIC[image.key]
  return words === undefined ? [] : [{ ...image, ...words, key: `${image.key}-ar` }]
})
