'use client'

import { $getNodeByKey, $getSelection, $isNodeSelection, $isRangeSelection, $isTextNode, COMMAND_PRIORITY_HIGH, createCommand, KEY_DOWN_COMMAND, KEY_ENTER_COMMAND, mergeRegister, PASTE_COMMAND, type LexicalCommand, type LexicalEditor } from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useEffect } from 'react'
import { ulid } from 'ulid'
import { useWords } from '../words/use-words'
import { acceptOffer } from './accept-offer'
import { findSource, heldLink, newCitation } from './errands'
import { $insertMark } from './insert'
import { linkIn } from './link'
import { $isCitationMark, CitationMark } from './mark'
import { useRoom, type Room } from './room'

/** Asks for the palette at the selection. */
export const OPEN_PALETTE: LexicalCommand<undefined> = createCommand('OPEN_CITING_PALETTE')

const TRIGGER = '[['

/** What citing adds to one editor: pasting a link, asking for the palette, opening a mark, and keys that stay each mark's own. */
export function CitingPlugin() {
  const [editor] = useLexicalComposerContext()
  const room = useRoom()
  const { say } = useWords()
  useEffect(() => {
    const openPalette = (trigger: string): boolean => {
      if (!editor.isEditable()) return false
      const selection = $getSelection()?.clone() ?? null
      // What has the focus now must not take it back from the palette.
      setTimeout(() => room.stage.show({ kind: 'palette', key: null, spot: { editor, selection, trigger } }))
      return true
    }
    return mergeRegister(
      editor.registerCommand(OPEN_PALETTE, () => openPalette(''), COMMAND_PRIORITY_HIGH),
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => {
          if (!(event.ctrlKey || event.metaKey) || !event.shiftKey || event.altKey || event.code !== 'KeyC' || !editor.isEditable()) return false
          event.preventDefault()
          const { offer: offered } = room.stage.state()
          if (offered === null) openPalette('')
          else acceptOffer(room, say, offered)
          return true
        },
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(
        KEY_ENTER_COMMAND,
        (event) => {
          const selection = $getSelection()
          const [node] = $isNodeSelection(selection) ? selection.getNodes() : []
          if (!$isCitationMark(node)) return false
          event?.preventDefault()
          const key = node.getCitation()
          setTimeout(() => room.stage.show({ kind: 'card', key }))
          return true
        },
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(
        PASTE_COMMAND,
        (event) => {
          if (!(event instanceof ClipboardEvent) || event.clipboardData === null || event.clipboardData.types.includes('application/x-lexical-editor')) return false
          const link = linkIn(event.clipboardData.getData('text/plain'))
          const selection = $getSelection()
          if (link === null || !$isRangeSelection(selection) || !editor.isEditable()) return false
          if (selection.isCollapsed()) {
            setTimeout(() => offer(editor, room, link))
            return false
          }
          event.preventDefault()
          const key = newCitation(room, heldLink(link))
          $insertMark(key)
          void findSource(room, say, key, link)
          return true
        },
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerUpdateListener(({ dirtyLeaves, editorState, prevEditorState, tags }) => {
        if (tags.has('historic') || tags.has('paste') || dirtyLeaves.size === 0) return
        if (room.stage.state().offer !== null) room.stage.offer(null)
        if (!editorState.read($isTriggered) || prevEditorState.read($isTriggered)) return
        editorState.read(() => openPalette(TRIGGER))
      }),
      editor.registerMutationListener(
        CitationMark,
        (mutations) => {
          for (const [nodeKey, mutation] of mutations) {
            const node = mutation === 'destroyed' ? null : editor.getEditorState().read(() => $getNodeByKey(nodeKey))
            if ($isCitationMark(node)) room.marks.add(editor.getEditorState().read(() => node.getCitation()), editor, nodeKey)
            else room.marks.remove(editor, nodeKey)
          }
        },
        { skipInitialization: false },
      ),
      // A copy of a mark is a citation of its own, which says what the first one says.
      editor.registerNodeTransform(CitationMark, (mark) => {
        const key = mark.getCitation()
        if (!room.marks.isTaken(key, editor, mark.getKey())) return
        const own = ulid()
        mark.setCitation(own)
        const said = room.citing.citations()[key]
        queueMicrotask(() => room.citing.change(own, { ...said }))
      }),
      () => room.marks.forget(editor),
    )
  }, [editor, room, say])
  return null
}

/** Whether the cursor stands right behind what asks for the palette. */
function $isTriggered(): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || selection.anchor.type !== 'text') return false
  const node = selection.anchor.getNode()
  return $isTextNode(node) && !node.hasFormat('code') && node.getTextContent().slice(0, selection.anchor.offset).endsWith(TRIGGER)
}

/** Offers to make a citation of a link that has just been pasted as text. */
function offer(editor: LexicalEditor, room: Room, link: string): void {
  const nodeKey = editor.getEditorState().read(() => {
    const selection = $getSelection()
    const node = $isRangeSelection(selection) ? selection.anchor.getNode() : null
    return $isTextNode(node) && node.getTextContent().includes(link) ? node.getKey() : null
  })
  const box = nodeKey === null ? null : editor.getElementByKey(nodeKey)?.getBoundingClientRect()
  const range = document.getSelection()?.rangeCount === 0 ? null : document.getSelection()?.getRangeAt(0).getBoundingClientRect()
  const at = range !== null && range !== undefined && range.height > 0 ? range : box
  if (nodeKey !== null && at) room.stage.offer({ editor, nodeKey, link, at: { x: at.right, y: at.bottom } })
}
