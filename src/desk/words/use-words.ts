'use client'

import { useTranslation } from '@payloadcms/ui'
import { useMemo } from 'react'
import { sayWith, type Say } from './say'

/** The desk's words in the language of the person, and that language as a BCP 47 tag. */
export function useWords(): { say: Say; language: string } {
  const { t, i18n } = useTranslation()
  return useMemo(() => ({ say: sayWith(t as Parameters<typeof sayWith>[0], i18n.language), language: i18n.language }), [t, i18n.language])
}
