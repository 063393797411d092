'use client'

import { createClientFeature, slashMenuBasicGroupWithItems } from '@payloadcms/richtext-lexical/client'
import type { LexicalEditor } from '@payloadcms/richtext-lexical/lexical'
import { useWords } from '../words/use-words'
import { CitationMark } from './mark'
import { CitingPlugin, OPEN_PALETTE } from './plugin'

type Translated = { i18n: { t: (key: never) => string } }

const toolbarGroup = {
  type: 'buttons' as const,
  key: 'citing',
  order: 25,
  items: [{ key: 'cite', Component: CiteButton, onSelect: open }],
}

/** Citations in an editor; the server's half is `rich-text/citation-feature.ts`. */
export const CitingFeature = createClientFeature({
  nodes: [CitationMark],
  plugins: [{ Component: CitingPlugin, position: 'normal' }],
  slashMenu: {
    groups: [slashMenuBasicGroupWithItems([{ Icon: CiteIcon, key: 'cite', keywords: ['cite', 'citation', 'source', 'footnote', 'استشهاد', 'مصدر'], label: ({ i18n }: Translated) => i18n.t('desk:citeDo' as never), onSelect: open }])],
  },
  toolbarFixed: { groups: [toolbarGroup] },
  toolbarInline: { groups: [toolbarGroup] },
})

function open({ editor }: { editor: LexicalEditor }): void {
  editor.dispatchCommand(OPEN_PALETTE, undefined)
}

// Payload's own button has no name.
function CiteButton({ editor }: { editor: LexicalEditor }) {
  const { say } = useWords()
  return (
    <button type="button" className="toolbar-popup__button toolbar-popup__button-cite" aria-label={say('citeDo')} aria-keyshortcuts="Control+Shift+C" title={`${say('citeDo')} (Ctrl/⌘ Shift C)`} onMouseDown={(event) => event.preventDefault()} onClick={() => editor.focus(() => open({ editor }))}>
      <CiteIcon />
    </button>
  )
}

function CiteIcon() {
  return (
    <svg aria-hidden="true" focusable="false" width="20" height="20" viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.2">
      <path d="M8 5H5v10h3M12 5h3v10h-3M10 8v4.5M9 8.8 10 8" />
    </svg>
  )
}
