import type { ReactElement } from 'react'

/** The text of a whole HTML document. React's server renderer is imported when first used, since Next refuses a static import. */
export async function renderDocument(document: ReactElement): Promise<string> {
  const { renderToStaticMarkup } = await import('react-dom/server')
  return `<!doctype html>\n${renderToStaticMarkup(document)}\n`
}
