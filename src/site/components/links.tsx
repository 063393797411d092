import { Fragment, type ReactElement, type ReactNode } from 'react'
import type { PublicCollection } from '@/record/projections'
import { withoutTurns } from '@/record/plain-direction'
import type { Live } from '@/record/publication'
import { pathAddress, safeAddress } from '../addresses'
import { directionOf, wordsFor } from '../words'
import { lookUp, type Page } from '../page'

/** A link that leaves the site; its text alone where the address is not one to follow. Tells no one where the reader came from. */
export function OutLink({ href, children, className }: { href: string | undefined; children: ReactNode; className?: string }): ReactElement {
  const address = safeAddress(href)
  return address === null ? <>{children}</> : <a href={address} rel="noreferrer" className={className}>{children}</a>
}

/** A document's title in its own language and direction, isolated from the sentence round it. */
export function TitleText({ page, title, language }: { page: Page; title: string; language: string | undefined }): ReactElement {
  const plain = withoutTurns(title)
  return language && language !== page.language ? <bdi lang={language} dir={directionOf(language)}>{plain}</bdi> : <bdi>{plain}</bdi>
}

/** A link to a live document's page, or its title where it has none. */
export function DocumentLink({ page, document, className }: { page: Page; document: Live; className?: string }): ReactElement {
  const title = <TitleText page={page} title={document.title} language={document.language} />
  return document.path === null ? title : <a href={pathAddress(document.path)} className={className} hrefLang={document.language === page.language ? undefined : document.language}>{title}</a>
}

/** Links to those documents of a collection that are live, parted by commas; null when none is. */
export function documentLinks(page: Page, collection: PublicCollection, ids: readonly string[]): ReactElement | null {
  const found = ids.flatMap((id) => lookUp(page, collection, id) ?? [])
  if (found.length === 0) return null
  const { comma } = wordsFor(page.language)
  return <>{found.map((document, index) => <Fragment key={document.document}>{index > 0 && comma}<DocumentLink page={page} document={document} /></Fragment>)}</>
}
