'use client'

import { useDocumentInfo, useForm, useFormBackgroundProcessing, useFormFields, useFormProcessing } from '@payloadcms/ui'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { useWords } from '../words/use-words'
import { Card } from './card'
import { findSource } from './errands'
import { Evidence } from './evidence'
import { OfferButton } from './offer-button'
import { Palette } from './palette'
import { Picker } from './picker'
import { useRoom, useStage } from './room'
import { SaidBox } from './said-box'
import { useStanding } from './use-standing'

const FIELD = 'citations'

/** All of citing that isn't in an editor: ties the citations to the form, and shows margin, palette, card and picker. `text`: the field that cites. */
export function CitingField({ text }: { text: string }) {
  const room = useRoom()
  const { citing } = room
  const { say } = useWords()
  const { shown, offer, said } = useStage(room)
  const isReadOnly = useDocumentInfo().hasSavePermission === false
  const { dispatchFields, getFields, setModified } = useForm()
  const value: unknown = useFormFields(([fields]) => fields?.[FIELD]?.value)
  const body: unknown = useFormFields(([fields]) => fields?.[text]?.value)
  const isSaving = [useFormProcessing(), useFormBackgroundProcessing()].some(Boolean)
  const wasSaving = useRef(false)

  useLayoutEffect(
    () =>
      citing.connect((citations) => {
        // Payload’s own way of changing one field lets an answer of the server that is under way take back what was typed in others.
        dispatchFields({ type: 'UPDATE_MANY', formState: { [FIELD]: { ...getFields()[FIELD], value: citations, isModified: true } as never } })
        setModified(true)
      }),
    [citing, dispatchFields, getFields, setModified],
  )
  useLayoutEffect(() => {
    citing.adopt(value, isSaving || wasSaving.current)
    wasSaving.current = isSaving
  }, [citing, isSaving, value])
  useEffect(() => citing.read(body), [body, citing])
  useStanding(room)
  useEffect(() => {
    const again = (): void => {
      for (const { key } of citing.places()) {
        const errand = citing.errand(key)
        if (errand?.state === 'failed' && !errand.isForGood) void findSource(room, say, key, errand.link)
      }
    }
    globalThis.addEventListener('online', again)
    return () => globalThis.removeEventListener('online', again)
  }, [citing, room, say])

  return (
    <>
      <Evidence room={room} text={text} />
      {shown?.kind === 'palette' && <Palette room={room} shown={shown} />}
      {shown?.kind === 'card' && <Card key={shown.key} room={room} citation={shown.key} isReadOnly={isReadOnly} />}
      {shown?.kind === 'picker' && <Picker key={shown.key} room={room} citation={shown.key} />}
      {offer !== null && <OfferButton room={room} offer={offer} />}
      <SaidBox room={room} said={said} />
    </>
  )
}
