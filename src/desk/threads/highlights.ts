const OPEN = 'handbill-threads'
const CURRENT = 'handbill-thread-current'

// A sheet of its own and not a file: build tools stumble over this young pseudo-element.
const STYLE = `
::highlight(${OPEN}) { background-color: var(--theme-warning-100, #fdf0c8); text-decoration: underline dotted; }
::highlight(${CURRENT}) { background-color: var(--theme-warning-250, #f6d87a); text-decoration: underline; }`

let isStyled = false

/** Marks ranges of the page without touching it; where the browser can't, nothing is marked. */
export function highlight(open: readonly Range[], current: Range | null): void {
  if (typeof Highlight === 'undefined' || !('highlights' in CSS)) return
  if (!isStyled) {
    isStyled = true
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(STYLE)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  }
  CSS.highlights.set(OPEN, new Highlight(...open))
  const strongest = new Highlight(...(current === null ? [] : [current]))
  strongest.priority = 1
  CSS.highlights.set(CURRENT, strongest)
}
