import { expect, it } from 'vitest'
import { LOCAL } from './attempt'
import { EXPECTED, rowsOf } from './expected'

it('the access matrix has rows for every collection and global', async () => {
  const { default: config } = await import('@payload-config')
  const { collections, globals } = await config
  const entities = [...collections.map(({ slug }) => slug), ...globals.map(({ slug }) => slug)]
  expect(Object.keys(EXPECTED).sort()).toEqual(entities.sort())
  for (const entity of entities) expect(rowsOf(entity).length, entity).toBeGreaterThan(0)
})

it('the access matrix has at least 500 cells over each transport', () => {
  const rows = Object.keys(EXPECTED).flatMap(rowsOf)
  const cells = (of: typeof rows) => of.reduce((sum, row) => sum + row.cells.length, 0)
  expect(cells(rows)).toBeGreaterThan(2_000)
  expect(cells(rows.filter(({ verb }) => LOCAL.has(verb)))).toBeGreaterThan(1_000)
})
