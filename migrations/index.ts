import * as migration_20261122_160000_initial from './20261122_160000_initial'
import * as migration_20261122_170000_handbill_schema from './20261122_170000_handbill_schema'
import * as migration_20261122_180000_what_waits_for_the_edition from './20261122_180000_what_waits_for_the_edition'
import * as migration_20261126_080000_search_along_the_newest from './20261126_080000_search_along_the_newest'
import * as migration_20261126_131000_editing_sessions from './20261126_131000_editing_sessions'

export const migrations = [
  { up: migration_20261122_160000_initial.up, down: migration_20261122_160000_initial.down, name: '20261122_160000_initial' },
  { up: migration_20261122_170000_handbill_schema.up, down: migration_20261122_170000_handbill_schema.down, name: '20261122_170000_handbill_schema' },
  {
    up: migration_20261122_180000_what_waits_for_the_edition.up,
    down: migration_20261122_180000_what_waits_for_the_edition.down,
    name: '20261122_180000_what_waits_for_the_edition',
  },
  {
    up: migration_20261126_080000_search_along_the_newest.up,
    down: migration_20261126_080000_search_along_the_newest.down,
    name: '20261126_080000_search_along_the_newest',
  },
  {
    up: migration_20261126_131000_editing_sessions.up,
    down: migration_20261126_131000_editing_sessions.down,
    name: '20261126_131000_editing_sessions',
  },
]
