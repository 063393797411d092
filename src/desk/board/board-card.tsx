'use client'

import { ago, moment } from '../review/moment'
import { labelOf } from '../words/names'
import { useWords } from '../words/use-words'
import type { Column } from './columns'
import { MoveMenu } from './move-menu'
import type { Card } from './read-board'

type Props = { card: Card; kind: string; onMove(to: Column): void; onDragStart(): void; onDragEnd(): void }

/** One document on the board: what it is, since when it stands there, what it waits for, whose it is, and what presses. */
export function BoardCard({ card, kind, onMove, onDragStart, onDragEnd }: Props) {
  const { say, language } = useWords()
  const slots = new Intl.ListFormat(language).format(card.waitsFor.map(({ name, label }) => labelOf(say, language, 'slot', name, label)))
  const marks = [
    ...(card.isRapid ? [say('rapidMark')] : []),
    ...(card.embargo === null ? [] : [card.embargo.until === null ? say('embargoed') : say('embargoedUntil', { date: moment(card.embargo.until, language) })]),
    ...(card.isOverdue ? [say('overdue')] : []),
  ]
  return (
    <li
      className="board-card"
      data-card={`${card.collection} ${card.id}`}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', card.title)
        onDragStart()
      }}
      onDragEnd={onDragEnd}
    >
      <a href={`/admin/collections/${card.collection}/${card.id}`} draggable={false}>
        <bdi lang={card.language ?? undefined}>{card.title || say('untitled')}</bdi>
      </a>
      {marks.length > 0 && (
        <p className="board-card__marks">
          {marks.map((mark) => (
            <strong key={mark}>{mark}</strong>
          ))}
        </p>
      )}
      <p className="board-card__facts">
        <span>{kind}</span>
        {card.language !== null && <span>{nameOfLanguage(card.language, language)}</span>}
        <time dateTime={card.at} suppressHydrationWarning>
          {ago(card.at, language)}
        </time>
      </p>
      {card.stage !== null && <p className="board-card__facts">{say('stageOf', { stage: labelOf(say, language, 'stage', card.stage.name, card.stage.label) })}</p>}
      {card.waitsFor.length > 0 && <p className="board-card__facts">{say('waitingFor', { slots })}</p>}
      {card.scheduledAt !== null && (
        <p className="board-card__facts" suppressHydrationWarning>
          {say('scheduledFor', { date: moment(card.scheduledAt, language) })}
        </p>
      )}
      {card.dueAt !== null && (
        <p className="board-card__facts" suppressHydrationWarning>
          {say(card.isOverdue ? 'wasDueOn' : 'dueOn', { date: moment(card.dueAt, language) })}
        </p>
      )}
      {card.assignees.length > 0 && <p className="board-card__facts">{say('assignments')}: {new Intl.ListFormat(language).format(card.assignees.map(({ name }) => `\u2068${name}\u2069`))}</p>}
      <MoveMenu card={card} onMove={onMove} />
    </li>
  )
}

function nameOfLanguage(tag: string, language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag
}
