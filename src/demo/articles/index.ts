import type { DemoArticle } from '../documents'
import { afterTheFinding } from './after-the-finding'
import { atTheHarbourMouth } from './at-the-harbour-mouth'
import { channel16 } from './channel-16'
import { ferryHorn } from './ferry-horn'
import { ferryHornArabic } from './ferry-horn-ar'
import { fishDoNotReadOrdinances } from './fish-do-not-read-ordinances'
import { fiveClaims } from './five-claims'
import { FROM_THE_NOTEBOOK } from './from-the-notebook'
import { guideToOrdinance19 } from './guide-to-ordinance-19'
import { howACoastWasClosed } from './how-a-coast-was-closed'
import { howACoastWasClosedArabic } from './how-a-coast-was-closed-ar'
import { inTheCustomsHouse } from './in-the-customs-house'
import { namesFromTheQuay } from './names-from-the-quay'
import { statementOnTheDetention } from './statement-on-the-detention'
import { statementOnTheDetentionArabic } from './statement-on-the-detention-ar'
import { theNightTheAmira } from './the-night-the-amira'
import { theNightTheAmiraArabic } from './the-night-the-amira-ar'
import { theVoteInDecember } from './the-vote-in-december'
import { theWomenWhoKeptTheCount } from './the-women-who-kept-the-count'
import { warmWater } from './warm-water'
import { whatANetMenderKnows } from './what-a-net-mender-knows'
import { whatLettersDo } from './what-letters-do'
import { whatTheBoatsBroughtHome } from './what-the-boats-brought-home'
import { whatTheInquestHeard } from './what-the-inquest-heard'
import { whoInsuresTheSirraStar } from './who-insures-the-sirra-star'

export const ARTICLES: readonly DemoArticle[] = [
  ...FROM_THE_NOTEBOOK,
  statementOnTheDetention, statementOnTheDetentionArabic, fishDoNotReadOrdinances, howACoastWasClosed, howACoastWasClosedArabic, whatTheBoatsBroughtHome, namesFromTheQuay,
  theNightTheAmira, theNightTheAmiraArabic, ferryHornArabic, ferryHorn, guideToOrdinance19, channel16, whatANetMenderKnows, whatTheInquestHeard, afterTheFinding, atTheHarbourMouth,
  fiveClaims, inTheCustomsHouse, theWomenWhoKeptTheCount, whatLettersDo, theVoteInDecember, whoInsuresTheSirraStar, warmWater,
]
