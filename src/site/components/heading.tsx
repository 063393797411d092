import type { ReactElement, ReactNode } from 'react'

/** The top of a page: what it is, its headline, what it is about. */
export function PageHead({ kicker, title, standfirst, children }: { kicker?: ReactNode; title: ReactNode; standfirst?: ReactNode; children?: ReactNode }): ReactElement {
  return (
    <header className="head">
      {kicker && <p className="kicker">{kicker}</p>}
      <h1>{title}</h1>
      {standfirst && <p className="standfirst">{standfirst}</p>}
      {children}
    </header>
  )
}
