import type { Act, Question } from '../review/act-form'
import type { WordKey } from '../words/en'
import type { Say } from '../words/say'
import type { MoveKind } from './columns'
import type { Card } from './read-board'

const text = (name: string, label: WordKey, isRequired: boolean): Question => ({ kind: 'text', name, label, isRequired })

/** What the acts of the review panel ask, as a move of a card asks it; a move that needs no answer asks nothing. Schedules ask more: `schedule-form.tsx`. */
export function actOfMove(kind: Exclude<MoveKind, 'schedule' | 'scheduleUpdate'>, path: string, card: Card, say: Say): Act {
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
      return about('publish', say('publishUpdate'), [{ kind: 'change', name: 'change', label: 'changeKind' }, { kind: 'text', name: 'publicNote', label: 'publicNote', isRequired: true, unless: ['change', 'minor'] }])
    case 'unschedule':
      return about('unschedule', say('moveUnschedule'), [text('reason', 'reason', false)])
  }
}
