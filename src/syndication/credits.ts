import type { Live } from '@/record/publication'
import { isLive } from '@/record/publication'
import { absolute, type Documents } from './html'

/** Somebody who is named as the author of a text, with an absolute address. */
export type Credit = { name: string; url?: string; isOrganisation?: boolean }

/**
 * Whose words a text holds. Somebody else's are always signed with their name: what has no author of its own in a feed has the
 * feed's, which is us (RFC 4287, section 4.2.1; JSON Feed 1.1, "authors"). `people` are the ids of our own authors.
 */
export function creditsOf(publication: Live, people: readonly string[], { documents, origin }: { documents: Documents; origin: string }): Credit[] {
  if (isLive(publication, 'social-posts') && publication.projection.voice === 'theirs') {
    const { name, url } = publication.projection.account
    return [{ name, ...(url === undefined ? {} : { url }) }]
  }
  if (isLive(publication, 'articles') && publication.projection.republication !== undefined) {
    const { author, publisher } = publication.projection.republication
    return [author === undefined ? { name: publisher, isOrganisation: true } : { name: author }]
  }
  return people.flatMap((id) => {
    const person = documents.get(id)
    if (!isLive(person, 'people')) return []
    return [{ name: person.title, ...(person.path === null ? {} : { url: absolute(origin, person.path) }) }]
  })
}
