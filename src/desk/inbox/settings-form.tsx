'use client'

import { Button } from '@payloadcms/ui'
import { useId, useState } from 'react'
import type { SettingsAnswer } from '@/collaboration/notices/endpoints'
import { TOPICS, type Topic } from '@/collaboration/notices/kinds'
import { WAYS, type NoticeSettings, type Way } from '@/collaboration/notices/settings'
import type { WordKey } from '../words/en'
import { useWords } from '../words/use-words'
import { post } from './post'

const TOPIC_WORDS: Record<Topic, WordKey> = { review: 'topicReview', talk: 'topicTalk', publishing: 'topicPublishing', followUps: 'topicFollowUps' }
const WAY_WORDS: Record<Way, WordKey> = { atOnce: 'wayAtOnce', daily: 'wayDaily', inbox: 'wayInbox' }
const HOURS = Array.from({ length: 24 }, (_, hour) => hour)
const USUAL_QUIET = { quietFrom: 22, quietTo: 7 }

/** How somebody is told, to be changed and saved. `zones`: the time zones to choose from. */
export function SettingsForm({ settings, zones }: { settings: SettingsAnswer; zones: string[] }) {
  const { say } = useWords()
  const { mailTitles: _all, mayChangeMailTitles: _may, ...own } = settings
  const [values, setValues] = useState<NoticeSettings>(own)
  const [isBusy, setIsBusy] = useState(false)
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState('')
  const title = useId()

  const change = (changes: Partial<NoticeSettings>): void => {
    setSaid('')
    setValues({ ...values, ...changes })
  }
  const save = async (): Promise<void> => {
    setIsBusy(true)
    setSaid('')
    const result = await post('/api/notices/settings', values)
    setIsBusy(false)
    setProblem('problem' in result ? result.problem || say('whyUnreachable') : '')
    if (!('problem' in result)) setSaid(say('settingsSaved'))
  }
  const hours = HOURS.map((hour) => (
    <option key={hour} value={hour}>
      {`${String(hour).padStart(2, '0')}:00`}
    </option>
  ))

  return (
    <section id="settings" className="inbox__settings" aria-labelledby={title}>
      <h2 id={title}>{say('howYouAreTold')}</h2>
      <p className="desk-page__quiet">{say('howYouAreToldHint')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        {TOPICS.map((topic) => (
          <fieldset key={topic} className="inbox__topic">
            <legend>{say(TOPIC_WORDS[topic])}</legend>
            {WAYS.map((way) => (
              <label key={way}>
                <input type="radio" name={topic} value={way} checked={values[topic] === way} onChange={() => change({ [topic]: way })} /> {say(WAY_WORDS[way])}
              </label>
            ))}
          </fieldset>
        ))}
        <div className="inbox__fields">
          <label className="desk-field">
            <span>{say('mailLanguage')}</span>
            <select value={values.language} onChange={(event) => change({ language: event.target.value as NoticeSettings['language'] })}>
              <option value="en" lang="en">
                English
              </option>
              <option value="ar" lang="ar">
                العربية
              </option>
            </select>
          </label>
          <label className="desk-field">
            <span>{say('timeZone')}</span>
            <select value={values.timeZone} dir="ltr" onChange={(event) => change({ timeZone: event.target.value })}>
              {zones.map((zone) => (
                <option key={zone} value={zone}>
                  {zone.replaceAll('_', ' ')}
                </option>
              ))}
            </select>
          </label>
          <label className="desk-field">
            <span>{say('dailyHour')}</span>
            <select value={values.dailyHour} onChange={(event) => change({ dailyHour: Number(event.target.value) })}>
              {hours}
            </select>
          </label>
        </div>
        <fieldset className="inbox__topic">
          <legend>{say('quietHours')}</legend>
          <div className="inbox__fields">
            <label className="desk-field">
              <span>{say('quietFrom')}</span>
              <select value={values.quietFrom ?? ''} onChange={(event) => change(event.target.value === '' ? { quietFrom: null, quietTo: null } : { quietFrom: Number(event.target.value), quietTo: values.quietTo ?? USUAL_QUIET.quietTo })}>
                <option value="">{say('quietNever')}</option>
                {hours}
              </select>
            </label>
            <label className="desk-field">
              <span>{say('quietTo')}</span>
              <select value={values.quietTo ?? ''} onChange={(event) => change(event.target.value === '' ? { quietFrom: null, quietTo: null } : { quietTo: Number(event.target.value), quietFrom: values.quietFrom ?? USUAL_QUIET.quietFrom })}>
                <option value="">{say('quietNever')}</option>
                {hours}
              </select>
            </label>
          </div>
        </fieldset>
        <p className="desk-page__problem" role="alert">
          {problem}
        </p>
        <div className="desk-buttons">
          <Button type="submit" size="medium" margin={false} disabled={isBusy}>
            {say('saveSettings')}
          </Button>
          <p className="desk-page__said" role="status" aria-live="polite">
            {said}
          </p>
        </div>
      </form>
    </section>
  )
}
