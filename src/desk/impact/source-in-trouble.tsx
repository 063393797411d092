import type { Impact, RelyingPlace, RelyingText } from '@/link-health/impact'
import type { AnsweredLink } from '@/link-health/view'
import { moment } from '../review/moment'
import { nameOf } from '../words/names'
import type { Say } from '../words/say'
import type { RightsOnSource } from './one-source'
import { SourceActs } from './source-acts'
import { LastLook } from './last-look'
import { TextHolds } from './text-holds'

type Props = { id: string; title: string; link: AnsweredLink; impact: Impact; rights: RightsOnSource; say: Say; language: string }

/** One source: how its link stands and why, what can be done for everything that relies on it, and what that is. */
export function SourceInTrouble({ id, title, link, impact, rights, say, language }: Props) {
  return (
    <section className="impact__one" aria-labelledby="impact-source">
      <h2 id="impact-source">
        <bdi>{title || say('untitled')}</bdi> <span className="review-state">{nameOf(say, 'link', link.state)}</span>{' '}
        {link.verification !== 'unreviewed' && <span className="review-state">{nameOf(say, 'verification', link.verification)}</span>}
      </h2>
      <p>
        {link.url !== null && <bdi dir="ltr" className="impact__address">{link.url}</bdi>} <a href={`/admin/collections/sources/${id}`}>{say('impactOpenSource')}</a>
      </p>
      <LastLook link={link} say={say} language={language} />
      <SourceActs source={id} link={link} mayLock={rights.mayLock} mayVerify={rights.mayVerify} mayCheck={rights.mayCheck} />
      <h3>
        {say('impactTexts')} <span className="desk-page__quiet">{impact.texts.length}</span>
      </h3>
      {impact.texts.length === 0 && <p className="desk-page__quiet">{say('impactTextsNone')}</p>}
      <ul className="impact__texts">
        {impact.texts.map((text) => (
          <li key={`${text.collection} ${text.id}`}>
            <Text text={text} source={id} mayLook={rights.mayLookAtTexts} say={say} />
          </li>
        ))}
      </ul>
      {impact.hidden > 0 && <p className="desk-page__quiet">{say('impactHidden', { count: impact.hidden })}</p>}
      {link.history.length > 0 && (
        <details>
          <summary>{say('impactHistory')}</summary>
          <ol className="impact__history">
            {link.history.map((change) => (
              <li key={`${change.at} ${change.became}`}>
                <time dateTime={change.at}>{moment(change.at, language)}</time> · {nameOf(say, 'link', change.became)}
                {change.by !== null && <> · <bdi>{change.by.name || say('someone')}</bdi></>}
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  )
}

function Text({ text, source, mayLook, say }: { text: RelyingText; source: string; mayLook: boolean; say: Say }) {
  return (
    <>
      <a href={`/admin/collections/${text.collection}/${text.id}`}>
        <bdi>{text.title || say('untitled')}</bdi>
      </a>{' '}
      <span className={`review-state review-state--${text.state}`}>{nameOf(say, 'state', text.state)}</span> {text.path !== null && <span className="review-state review-state--live">{say('impactPublic')}</span>}{' '}
      {text.owesLook && <strong className="impact__owes">{say('impactOwesLook')}</strong>}
      {text.places.map((place, index) => (
        <Place key={place.key ?? index} place={place} say={say} />
      ))}
      {text.signOffs.length > 0 && (
        <p className="desk-page__quiet">
          {text.signOffs.map(({ slot, by, standing, at }) => <span key={`${slot} ${by.id} ${at}`} className="impact__signed">{say(standing ? 'impactSigned' : 'impactFell', { slot: nameOf(say, 'slot', slot), name: by.name || say('someone') })}</span>)}
        </p>
      )}
      {text.owesLook && mayLook && <TextHolds source={source} collection={text.collection} document={text.id} title={text.title} />}
    </>
  )
}

function Place({ place, say }: { place: RelyingPlace; say: Say }) {
  if (place.key === null) return <p className="desk-page__quiet">{say('impactNoKey')}</p>
  if (place.claim === null && place.quote === null) return null
  return (
    <dl className="impact__place">
      {place.claim !== null && <><dt>{say('impactClaim')}</dt><dd><bdi>{place.claim}</bdi></dd></>}
      {place.quote !== null && (
        <>
          <dt>{say('impactQuote')}</dt>
          <dd>
            <q><bdi>{place.quote}</bdi></q>
            {place.quoteState !== null && <span className={`impact__quote impact__quote--${place.quoteState}`}> {nameOf(say, 'quote', place.quoteState)}</span>}
          </dd>
        </>
      )}
    </dl>
  )
}
