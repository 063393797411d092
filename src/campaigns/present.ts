import type { Campaign } from '@/payload-types'
import { presentImage } from '@/media/present-image'
import { optionalText } from '@/platform/optional'
import { idOf } from '@/platform/relations'
import { presentAddress } from '@/publishing/present-address'
import type { PublicCampaign } from '@/record/projections'
import type { PresentContext } from '@/review/present-context'
import { publicAddress } from '@/rich-text/links'
import { readText, type StoredText } from '@/rich-text/present'

/** The public projection of a campaign; rows without words, and calls without a usable address, are left out. */
export async function toPublicCampaign(campaign: Campaign, context: PresentContext): Promise<PublicCampaign> {
  const text = campaign.body as StoredText
  const leadId = idOf(campaign.lead?.image)
  const { images, ...presented } = await readText(text, campaign.citations, context, leadId === null ? [] : [leadId])
  return {
    ...presentAddress(campaign),
    standfirst: campaign.standfirst?.trim() ?? '',
    ...presented,
    aims: (campaign.aims ?? []).flatMap(({ aim }) => (aim?.trim() ? [aim.trim()] : [])),
    keyDates: (campaign.keyDates ?? []).flatMap(({ on, label, url }) => {
      if (!on?.trim() || !label?.trim()) return []
      const address = publicAddress(url)
      return [{ on: on.trim(), label: label.trim(), ...(address === null ? {} : { url: address }) }]
    }),
    callsToAction: (campaign.callsToAction ?? []).flatMap(({ label, url, note }) => {
      const address = publicAddress(url)
      return label?.trim() && address !== null ? [{ label: label.trim(), url: address, ...optionalText({ note }) }] : []
    }),
    ...presentImage('leadImage', campaign.lead, images),
    isActive: campaign.isActive !== false,
  }
}
