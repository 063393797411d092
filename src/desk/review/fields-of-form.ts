'use client'

import { getTranslation, type I18nClient } from '@payloadcms/translations'
import type { ClientField } from 'payload'

export type NamedField = { path: string; field: ClientField; label: string }

/** The fields of a form by their paths, with the labels that people see; through groups, rows and tabs, but not into lists. */
export function namedFields(fields: readonly ClientField[], i18n: I18nClient, parent = ''): NamedField[] {
  return fields.flatMap((field): NamedField[] => {
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => namedFields(tab.fields, i18n, 'name' in tab && tab.name ? `${parent}${tab.name}.` : parent))
    if (field.type === 'row' || field.type === 'collapsible') return namedFields(field.fields, i18n, parent)
    if (!('name' in field) || field.type === 'ui' || field.type === 'join') return []
    if (field.type === 'group') return namedFields(field.fields, i18n, `${parent}${field.name}.`)
    const path = `${parent}${field.name}`
    return [{ path, field, label: 'label' in field && field.label ? getTranslation(field.label, i18n) : field.name }]
  })
}

/** Brings a field of the form into view and the cursor into it. A path that leads on past the form ends at its first part. */
export function goToField(path: string): void {
  const element = document.getElementById(`field-${path.replaceAll('.', '__')}`) ?? document.getElementById(`field-${path.split('.')[0]}`)
  if (element === null) return
  element.scrollIntoView({ block: 'center', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' })
  const control = element.matches('input, textarea, select') ? element : element.querySelector<HTMLElement>('input, textarea, [contenteditable="true"], button')
  control?.focus({ preventScroll: true })
}
