import type { Series } from '@/payload-types'
import { optionalText } from '@/platform/optional'
import { presentAddress } from '@/publishing/present-address'
import type { PublicSeries } from '@/record/projections'

/** The public projection of a series. */
export async function toPublicSeries(series: Series): Promise<PublicSeries> {
  return { ...presentAddress(series), ...optionalText({ description: series.description }) }
}
