import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import type { ReactNode } from 'react'
import './desk-page.css'

type Props = { view: AdminViewServerProps; title: string; children: ReactNode }

/** A page of the desk that belongs to no document: within Payload's own frame, with its title at the head. */
export function DeskPage({ view, title, children }: Props) {
  const { initPageResult, params, searchParams, payload, user, i18n } = view
  return (
    <DefaultTemplate
      i18n={i18n}
      locale={initPageResult.locale}
      params={params}
      payload={payload}
      permissions={initPageResult.permissions}
      req={initPageResult.req}
      searchParams={searchParams}
      user={user ?? undefined}
      viewActions={payload.config.admin.components?.actions}
      visibleEntities={initPageResult.visibleEntities}
    >
      <SetStepNav nav={[{ label: title }]} />
      <Gutter className="desk-page">
        <h1>{title}</h1>
        {children}
      </Gutter>
    </DefaultTemplate>
  )
}
