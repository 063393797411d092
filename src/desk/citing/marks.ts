import { $createNodeSelection, $getNodeByKey, $setSelection, type LexicalEditor } from '@payloadcms/richtext-lexical/lexical'

type Standing = { editor: LexicalEditor; nodeKey: string }

export type Marks = ReturnType<typeof createMarks>

/** Which mark of which editor shows a citation: a text has an editor of its own in each passage. */
export function createMarks() {
  const byKey = new Map<string, Standing[]>()
  const keyOf = new WeakMap<LexicalEditor, Map<string, string>>()

  return {
    add(key: string, editor: LexicalEditor, nodeKey: string): void {
      this.remove(editor, nodeKey)
      const own = keyOf.get(editor) ?? new Map<string, string>()
      own.set(nodeKey, key)
      keyOf.set(editor, own)
      byKey.set(key, [...(byKey.get(key) ?? []), { editor, nodeKey }])
    },
    remove(editor: LexicalEditor, nodeKey: string): void {
      const key = keyOf.get(editor)?.get(nodeKey)
      if (key === undefined) return
      keyOf.get(editor)?.delete(nodeKey)
      byKey.set(key, (byKey.get(key) ?? []).filter((each) => each.editor !== editor || each.nodeKey !== nodeKey))
    },
    /** An editor that is gone has no marks. */
    forget(editor: LexicalEditor): void {
      for (const nodeKey of [...(keyOf.get(editor)?.keys() ?? [])]) this.remove(editor, nodeKey)
    },
    /** Whether another mark than this one stands for the key. Asked within an update of `editor`. */
    isTaken(key: string, editor: LexicalEditor, nodeKey: string): boolean {
      return (byKey.get(key) ?? []).some((each) => (each.editor === editor ? each.nodeKey !== nodeKey && $getNodeByKey(each.nodeKey)?.isAttached() === true : each.editor.getRootElement() !== null))
    },
    /** Brings the mark into view, if it is on the page. */
    show(key: string): void {
      this.elementOf(key)?.scrollIntoView({ block: 'center', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' })
    },
    /** Brings the mark into view and gives it the focus. False where it isn't on the page. */
    focus(key: string): boolean {
      const first = (byKey.get(key) ?? []).find(({ editor, nodeKey }) => editor.getElementByKey(nodeKey) !== null)
      if (first === undefined) return false
      this.show(key)
      // The editor itself takes the focus for a cursor alone, not for a node that is selected.
      first.editor.getRootElement()?.focus({ preventScroll: true })
      first.editor.update(() => {
        const selection = $createNodeSelection()
        selection.add(first.nodeKey)
        $setSelection(selection)
      })
      return true
    },
    /** The element of the first mark of a citation that is on the page. */
    elementOf(key: string): HTMLElement | null {
      for (const { editor, nodeKey } of byKey.get(key) ?? []) {
        const element = editor.getElementByKey(nodeKey)
        if (element !== null) return element
      }
      return null
    },
  }
}
