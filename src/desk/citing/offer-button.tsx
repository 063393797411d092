'use client'

import { createPortal } from 'react-dom'
import { useWords } from '../words/use-words'
import { acceptOffer } from './accept-offer'
import type { Room } from './room'
import type { Offer } from './stage'

/** Beside a link that was pasted as text: the way to make it a citation. It goes with the next key typed. */
export function OfferButton({ room, offer }: { room: Room; offer: Offer }) {
  const { say } = useWords()
  return createPortal(
    <div className="cite-offer" style={{ insetBlockStart: offer.at.y + 6, left: Math.max(8, Math.min(offer.at.x, document.documentElement.clientWidth - 260)) }}>
      <button type="button" className="cite-card__button" aria-keyshortcuts="Control+Shift+C" title="Ctrl/⌘ Shift C" onMouseDown={(event) => event.preventDefault()} onClick={() => acceptOffer(room, say, offer)}>
        {say('citeOffer')}
      </button>
      <button type="button" className="cite-card__close" aria-label={say('citeOfferNot')} onMouseDown={(event) => event.preventDefault()} onClick={() => room.stage.offer(null)}>
        ×
      </button>
    </div>,
    document.body,
  )
}
