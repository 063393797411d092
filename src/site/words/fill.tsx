import { Fragment, type ReactNode } from 'react'

/** Puts nodes in the places that a sentence names: `fill('By {authors}', { authors: <b>…</b> })`. Unknown places stay empty. */
export function fill(sentence: string, places: Readonly<Record<string, ReactNode>>): ReactNode {
  return sentence.split(/\{(\w+)\}/).map((part, index) => <Fragment key={index}>{index % 2 === 0 ? part : places[part]}</Fragment>)
}

/** The same for plain text, where no markup may stand. */
export function fillText(sentence: string, places: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => places[name] ?? '')
}
