import type { ReactElement } from 'react'
import { formatDate, formatMoment } from '@/record/dates'
import type { Page } from '../page'

const MACHINE_READABLE = /^\d{4}(-\d{2}(-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2}))?)?)?$/

/** A date, or with `withTime` a moment, as `<time>`; plain text where the value is not one that machines can read. */
export function DateText({ page, value, withTime = false }: { page: Page; value: string; withTime?: boolean }): ReactElement {
  const printed = withTime ? formatMoment(value, page.language, page.settings) : formatDate(value, page.language, page.settings)
  return MACHINE_READABLE.test(value) ? <time dateTime={value}>{printed}</time> : <>{printed}</>
}
