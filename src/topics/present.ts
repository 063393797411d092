import type { Topic } from '@/payload-types'
import { optionalText } from '@/platform/optional'
import { presentAddress } from '@/publishing/present-address'
import type { PublicTopic } from '@/record/projections'

/** The public projection of a topic. */
export async function toPublicTopic(topic: Topic): Promise<PublicTopic> {
  return { ...presentAddress(topic), ...optionalText({ description: topic.description }) }
}
