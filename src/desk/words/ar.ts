import { assignmentsAr } from '../assignments/words-ar'
import { boardAr } from '../board/words-ar'
import { calendarAr } from '../calendar/words-ar'
import { changesAr } from '../changes/words-ar'
import { checkingAr } from '../checking/words-ar'
import { citingAr } from '../citing/words-ar'
import { conflictAr } from '../conflict/words-ar'
import { historyAr } from '../history/words-ar'
import { impactAr } from '../impact/words-ar'
import { inboxAr } from '../inbox/words-ar'
import { logAr } from '../log/words-ar'
import { redactAr } from '../redact/words-ar'
import { releasesAr } from '../releases/words-ar'
import { reviewAr } from '../review/words-ar'
import { sourcesAr } from '../sources/words-ar'
import { threadsAr } from '../threads/words-ar'
import { togetherAr } from '../together/words-ar'
import { workflowsAr } from '../workflows/words-ar'
import type { Words } from './en'

/** The desk's own words, in Arabic. */
export const ar: Words = {
  waitsOnYou: 'بانتظارك',
  waitsOnYouNone: 'لا شيء بانتظارك.',
  sentBack: 'أُعيد إليك',
  yoursInReview: 'لك قيد المراجعة',
  yourDrafts: 'تكتبه الآن',
  readyToPublish: 'معتمد وينتظر إتاحته للعموم',
  recentlyPublished: 'أُتيح مؤخرًا',
  adopted: 'مستورد ولم يُراجَع هنا',
  changesMadePublic: 'تغيّر نصه بعد إتاحته',
  waitingSince: 'منذ {{time}}',
  untitled: 'بلا عنوان',
  everything: 'كل شيء',
  createNew: 'جديد',
  welcome: 'أهلًا بك، {{name}}',
  noRoles: 'ليس لحسابك دور بعد. يمكن لمدير النظام أن يمنحك دورًا.',
  andMore: 'و{{count}} غيرها',
  by: 'من {{name}}',
  approvedState: 'معتمد',
  scheduledAndLate: 'مجدول',
  scheduledFor: 'يصير عامًا {{date}}',
  scheduledLate: 'كان يجب أن يصير عامًا {{date}}',
  scheduledFailed: 'لم يصر عامًا {{date}}',
  isLate: 'متأخر',
  hasFailed: 'أخفق',
  releaseWord: 'إصدار',
  followUpsDue: 'متابعات مستحقة',
  followUpFullReview: 'المراجعة الكاملة مستحقة',
  followUpTranslation: 'تغيّر أصله',
  assignedToYou: 'على مكتبك',

  theDesk: 'المكتب',
  noAccountsTitle: 'ليس في غرفة الأخبار هذه حسابات بعد',
  noAccountsText: 'يُضاف أول حساب على الجهاز الذي يشغّل هاندبيل، كي لا يستولي عليه من يعثر على هذه الصفحة. شغّل هناك:',
  noAccountsThen: 'ثم عُد إلى هنا وسجّل الدخول.',
  toSignIn: 'إلى صفحة الدخول',
  needsSource: 'يحتاج إلى مصدر',

  ...assignmentsAr,
  ...boardAr,
  ...calendarAr,
  ...changesAr,
  ...checkingAr,
  ...citingAr,
  ...conflictAr,
  ...historyAr,
  ...impactAr,
  ...inboxAr,
  ...logAr,
  ...redactAr,
  ...releasesAr,
  ...reviewAr,
  ...sourcesAr,
  ...threadsAr,
  ...togetherAr,
  ...workflowsAr,
}
