import { expect, test } from 'vitest'
import { formPath, keptPath } from '@/desk/threads/paths'

const data = { title: 'x', account: { name: 'y' }, footnotes: [{ id: 'aa', text: '1' }, { id: 'bb', text: '2' }] }

test('rows are kept by their ids and found by their present numbers', () => {
  expect(keptPath('footnotes.1.text', data)).toBe('footnotes.bb.text')
  expect(formPath('footnotes.bb.text', { ...data, footnotes: [...data.footnotes].reverse() })).toBe('footnotes.0.text')
  for (const path of ['title', 'account.name', 'body']) expect([keptPath(path, data), formPath(path, data)]).toEqual([path, path])
})

test('a row that is gone leads to none', () => {
  expect(formPath('footnotes.cc.text', data)).toBe('footnotes.cc.text')
})
