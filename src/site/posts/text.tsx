import { Fragment, type ReactElement, type ReactNode } from 'react'

export type PostNote = { label: string; anchor: string; mark: string }

/**
 * The words of a post as they were posted: paragraphs parted by a blank line, lines by a line feed. Where the post marks its
 * own notes as "[1]", the first such mark leads to the note.
 */
export function PostText({ text, notes = [] }: { text: string; notes?: readonly PostNote[] }): ReactElement {
  const unused = new Map(notes.map((note) => [note.label, note]))
  const marked = (line: string): ReactNode =>
    line.split(/(\[[^\][\s]{1,8}\])/).map((part, index) => {
      const note = index % 2 === 1 ? unused.get(part.slice(1, -1)) : undefined
      if (!note) return part
      unused.delete(note.label)
      return <a key={index} role="doc-noteref" className="ref" id={note.mark} href={`#${note.anchor}`}>{part}</a>
    })
  const paragraphs = text.split(/\n[^\S\n]*\n+/).filter((paragraph) => paragraph.trim() !== '')
  return (
    <>
      {paragraphs.map((paragraph, index) => (
        <p key={index}>{paragraph.split('\n').map((line, at) => <Fragment key={at}>{at > 0 && <br />}{marked(line)}</Fragment>)}</p>
      ))}
    </>
  )
}
