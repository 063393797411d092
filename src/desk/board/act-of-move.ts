import type { Act, Question } from '../review/act-form'
import type { WordKey } from '../words/en'
import type { Say } from '../words/say'
import type { MoveKind } from './columns'
import type { Card } from './read-board'

/** What has to be said of a change of something that is public. */
const WHAT_CHANGED: Question[] = [{ kind: 'change', name: 'change', label: 'changeKind' }, { kind: 'text', name: 'publicNote', label: 'publicNote', isRequired: true, unless: ['change', 'minor'] }]
const WHEN: Question = { kind: 'moment', name: 'at', label: 'scheduleAt', isRequired: true }

const text = (name: string, label: WordKey, isRequired: boolean): Question => ({ kind: 'text', name, label, isRequired })

/** What the acts of the review panel ask, as a move of a card asks it; publishing for the first time asks only whether it is meant. */
export function actOfMove(kind: MoveKind, path: string, card: Card, say: Say): Act {
  const about = (name: string, label: string, questions: Question[]): Act => ({ name, path, label, done: 'moveDone', questions })
  switch (kind) {
    case 'submit': {
      const ways: Question[] = card.workflows.length < 2 ? [] : [{ kind: 'choice', name: 'workflow', label: 'whichWorkflow', choices: card.workflows.map((value) => ({ value, label: say(value.startsWith('rapid') ? 'rapidWay' : 'usualWay') })) }]
      const names: Question[] = card.namesPeople ? [] : [{ kind: 'check', name: 'namesPeople', label: 'namesPeople', hint: 'namesPeopleHint' }]
      return about('submit', say(card.column === 'changes-requested' ? 'resubmit' : 'submit'), [...ways, ...names, text('note', 'note', false)])
    }
    case 'requestChanges':
      return about('request-changes', say('requestChanges'), [text('comment', 'comment', true)])
    case 'cancel':
      return about('cancel', say('cancelReview'), [text('reason', 'reason', true)])
    case 'publish':
      return about('publish', say('publish'), [])
    case 'publishUpdate':
      return about('publish', say('publishUpdate'), WHAT_CHANGED)
    case 'schedule':
      return { ...about('schedule', say('schedule'), [WHEN]), explained: 'scheduleExplained' }
    case 'scheduleUpdate':
      return { ...about('schedule', say('schedule'), [WHEN, ...WHAT_CHANGED]), explained: 'scheduleExplained' }
    case 'unschedule':
      return about('unschedule', say('unschedule'), [text('reason', 'reason', false)])
  }
}
