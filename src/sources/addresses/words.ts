import { LONGEST_LINK, type LinkProblem, type LinkProblemCode } from './link'

const WORDS: Record<LinkProblemCode, { en: string; ar: string }> = {
  empty: { en: 'Paste a link.', ar: 'ألصق رابطًا.' },
  noLink: { en: 'There is no link in this.', ar: 'لا رابط في هذا النص.' },
  severalLinks: { en: 'There is more than one link in this. Paste them one by one.', ar: 'في هذا النص أكثر من رابط. ألصقها واحدًا واحدًا.' },
  tooLong: { en: `A link may have ${LONGEST_LINK} characters at most.`, ar: `لا يجوز أن يتجاوز الرابط ${LONGEST_LINK} محرف.` },
  scheme: { en: 'Only links that begin with https:// or http:// can be kept.', ar: 'لا تُقبل إلا الروابط التي تبدأ بـ https:// أو http://‎.' },
  credentials: { en: 'This link holds a name or password. Remove what stands before the @.', ar: 'في هذا الرابط اسم أو كلمة مرور. احذف ما قبل علامة @.' },
  truncated: { en: 'This link was cut short when it was copied. Copy it again where it is whole.', ar: 'هذا الرابط مبتور. انسخه مرة أخرى من حيث يظهر كاملًا.' },
  shareButton: { en: 'This is a button for sharing, not the page itself. Open the page and copy its link.', ar: 'هذا زر مشاركة وليس الصفحة نفسها. افتح الصفحة وانسخ رابطها.' },
  broken: { en: 'This link is broken.', ar: 'هذا الرابط معطوب.' },
}

export function linkProblem(problem: LinkProblemCode): LinkProblem {
  return { problem, message: WORDS[problem] }
}
