import type { Person } from '@/payload-types'
import { optionalText } from '@/platform/optional'
import { presentAddress } from '@/publishing/present-address'
import type { PublicPerson } from '@/record/projections'

/** The public projection of a person. */
export async function toPublicPerson(person: Person): Promise<PublicPerson> {
  return { ...presentAddress(person), ...optionalText({ role: person.role, bio: person.bio }) }
}
