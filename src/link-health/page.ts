import { parseHTML } from 'linkedom'

/** A page as it answered, read: `text` all its words, `html` its markup where it is a web page. */
export type Page = { title: string | null; text: string; html: string | null }

/** What a page shows that is not what somebody came for. */
export type PageSign = 'captcha' | 'login' | 'paywall' | 'parked' | 'notFound'

const CAPTCHA = /just a moment|attention required|are you (?:a )?(?:human|robot)|verify (?:that )?you are (?:a )?human|checking your browser|access denied|pardon our interruption|تحقق من أنك لست روبوت/i
const CAPTCHA_MARKUP = /cf-chl|challenge-platform|g-recaptcha|h-captcha|hcaptcha\.com|captcha-delivery|px-captcha|_Incapsula_/i
const LOGIN_PATH = /\/(?:log-?in|sign-?in|signin|auth|sso|checkpoint|accounts?\/login|register|subscribe)(?:[/?.]|$)/i
const PARKED = /(?:this|the) domain (?:name )?(?:is|may be) for sale|buy this domain|domain (?:has )?expired|domain is parked|parked (?:free|domain)|this web ?page is parked|related searches|النطاق معروض للبيع|هذا النطاق للبيع/i
const PARKED_MARKUP = /sedoparking|parkingcrew|bodis\.com|hugedomains|afternic|dan\.com\/buy|above\.com|parklogic|cashparking|domainsponsor|\/lander\b/i
const NOT_FOUND = /\b(?:404|page (?:not|could not be) found|not found|no longer (?:available|exists)|does(?:n[’']t| not) exist|page introuvable|seite nicht gefunden|página no encontrada)\b|الصفحة (?:غير موجودة|المطلوبة)|لم يتم العثور/i

/** More words than this, and a sign among them is what the page tells of, not what it is. */
const FEW_WORDS = 250
const TITLE_IS_FEW_WORDS = 1_000

/** What a page that answered well seems to be instead, from its words and markup; null where nothing speaks against it. */
export function signOf(page: Page, finalUrl: string): PageSign | null {
  const words = page.text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  const title = page.title ?? ''
  const markup = page.html ?? ''
  const isShort = words < FEW_WORDS
  if (isShort && (CAPTCHA.test(title) || (CAPTCHA_MARKUP.test(markup) && CAPTCHA.test(page.text)) || (words < 60 && CAPTCHA_MARKUP.test(markup)))) return 'captcha'
  if (isShort && (PARKED.test(title) || PARKED.test(page.text) || (words < 80 && PARKED_MARKUP.test(markup)))) return 'parked'
  if (isShort && (hasPasswordField(markup) || (LOGIN_PATH.test(pathOf(finalUrl)) && /log ?in|sign ?in|تسجيل الدخول/i.test(`${title} ${page.text}`)))) return 'login'
  if (isPaid(markup)) return 'paywall'
  if ((words < TITLE_IS_FEW_WORDS && NOT_FOUND.test(title)) || (isShort && NOT_FOUND.test(page.text))) return 'notFound'
  return null
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : ''
}

function hasPasswordField(markup: string): boolean {
  return /<input[^>]+type\s*=\s*["']?password/i.test(markup)
}

/** Whether a page says of itself that it is not free to read (schema.org `isAccessibleForFree`, as search engines ask for). */
function isPaid(markup: string): boolean {
  if (!/isAccessibleForFree/i.test(markup)) return false
  const { document } = parseHTML(markup)
  return [...document.querySelectorAll('script[type="application/ld+json"]')].some((script) => /"isAccessibleForFree"\s*:\s*(?:false|"false")/i.test(script.textContent ?? ''))
}
