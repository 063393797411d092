import type { Say } from '../words/say'
import { findSource, heldLink, newCitation } from './errands'
import { replaceOffered } from './insert'
import type { Room } from './room'
import type { Offer } from './stage'

/** Makes a citation of a link that was pasted as text. */
export function acceptOffer(room: Room, say: Say, offer: Offer): void {
  room.stage.offer(null)
  const key = newCitation(room, heldLink(offer.link))
  replaceOffered(offer, key)
  void findSource(room, say, key, offer.link)
}
