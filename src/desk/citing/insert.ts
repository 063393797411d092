import { $addUpdateTag, $createParagraphNode, $getNodeByKey, $getRoot, $getSelection, $isNodeSelection, $isRangeSelection, $isRootOrShadowRoot, $isTextNode, $setSelection, HISTORY_PUSH_TAG, type RangeSelection } from '@payloadcms/richtext-lexical/lexical'
import { $createCitationMark } from './mark'
import type { Offer, Spot } from './stage'

/** Puts the mark of a citation into a text, behind what was selected when it was asked for, and the cursor behind that. */
export function insertMark({ editor, selection, trigger }: Spot, key: string): void {
  editor.update(() => {
    $addUpdateTag(HISTORY_PUSH_TAG)
    const isThere = $isRangeSelection(selection) && [selection.anchor, selection.focus].every((point) => $getNodeByKey(point.key)?.isAttached() === true)
    if (isThere) $setSelection(selection.clone())
    else if (!$isNodeSelection($getSelection()) && !$isRangeSelection($getSelection())) $getRoot().selectEnd()
    $takeBack(trigger)
    $insertMark(key)
  })
  editor.focus()
}

/** The same within an update, at the selection as it is. */
export function $insertMark(key: string): void {
  const selection = $getSelection()
  const mark = $createCitationMark({ blockType: 'citation', key })
  if ($isNodeSelection(selection)) {
    const [node] = selection.getNodes()
    if (node?.isInline() === true) node.insertAfter(mark)
    else node?.insertAfter($createParagraphNode().append(mark))
    mark.selectNext()
    return
  }
  if (!$isRangeSelection(selection)) return
  $collapseBehindWords(selection)
  selection.insertNodes([mark])
  if ($isRootOrShadowRoot(mark.getParent())) mark.replace($createParagraphNode().append(mark))
  mark.selectNext(0, 0)
}

/** Puts a mark in place of a link that stands in the text as it was pasted; behind it where that has been written over. */
export function replaceOffered({ editor, nodeKey, link }: Offer, key: string): void {
  editor.update(() => {
    $addUpdateTag(HISTORY_PUSH_TAG)
    const node = $getNodeByKey(nodeKey)
    const at = $isTextNode(node) ? node.getTextContent().lastIndexOf(link) : -1
    if ($isTextNode(node) && at !== -1) {
      // The space that was typed to part words from the link parts the mark from them.
      const from = at > 0 && node.getTextContent()[at - 1] === ' ' ? at - 1 : at
      node.spliceText(from, at + link.length - from, '', true)
    }
    $insertMark(key)
  })
  editor.focus()
}

function $collapseBehindWords(selection: RangeSelection): void {
  if (selection.isCollapsed()) return
  const end = selection.isBackward() ? selection.anchor : selection.focus
  const start = selection.isBackward() ? selection.focus : selection.anchor
  let { offset } = end
  const node = end.getNode()
  // A double click takes the space behind a word along.
  if (end.type === 'text') while (offset > (start.key === end.key ? start.offset + 1 : 1) && node.getTextContent()[offset - 1] === ' ') offset -= 1
  const { key, type } = end
  selection.anchor.set(key, offset, type)
  selection.focus.set(key, offset, type)
}

function $takeBack(trigger: string): void {
  const selection = $getSelection()
  if (trigger === '' || !$isRangeSelection(selection) || !selection.isCollapsed() || selection.anchor.type !== 'text') return
  const node = selection.anchor.getNode()
  const at = selection.anchor.offset - trigger.length
  if ($isTextNode(node) && at >= 0 && node.getTextContent().startsWith(trigger, at)) node.spliceText(at, trigger.length, '', true)
}
