import * as migration_20261122_160000_initial from './20261122_160000_initial'
import * as migration_20261122_170000_handbill_schema from './20261122_170000_handbill_schema'
import * as migration_20261122_180000_what_waits_for_the_edition from './20261122_180000_what_waits_for_the_edition'
import * as migration_20261126_080000_search_along_the_newest from './20261126_080000_search_along_the_newest'
import * as migration_20261126_120000_workflows_and_follow_ups from './20261126_120000_workflows_and_follow_ups'
import * as migration_20261126_121000_looks from './20261126_121000_looks'
import * as migration_20261126_130000_threads from './20261126_130000_threads'
import * as migration_20261126_131000_editing_sessions from './20261126_131000_editing_sessions'
import * as migration_20261126_132000_the_record from './20261126_132000_the_record'
import * as migration_20261126_133000_notices from './20261126_133000_notices'
import * as migration_20261126_140000_time from './20261126_140000_time'
import * as migration_20261126_200000_source_facts from './20261126_200000_source_facts'
import * as migration_20261126_201000_captures from './20261126_201000_captures'
import * as migration_20261126_202000_link_health from './20261126_202000_link_health'
import * as migration_20261126_203000_citations from './20261126_203000_citations'
import * as migration_20261126_204000_sources from './20261126_204000_sources'
import * as migration_20261126_206000_citation_checks from './20261126_206000_citation_checks'
import * as migration_20261126_207000_copies_for_readers from './20261126_207000_copies_for_readers'
import * as migration_20261126_208000_doubted_sources from './20261126_208000_doubted_sources'

export const migrations = [
  { up: migration_20261122_160000_initial.up, down: migration_20261122_160000_initial.down, name: '20261122_160000_initial' },
  { up: migration_20261122_170000_handbill_schema.up, down: migration_20261122_170000_handbill_schema.down, name: '20261122_170000_handbill_schema' },
  { up: migration_20261122_180000_what_waits_for_the_edition.up, down: migration_20261122_180000_what_waits_for_the_edition.down, name: '20261122_180000_what_waits_for_the_edition' },
  { up: migration_20261126_080000_search_along_the_newest.up, down: migration_20261126_080000_search_along_the_newest.down, name: '20261126_080000_search_along_the_newest' },
  { up: migration_20261126_120000_workflows_and_follow_ups.up, down: migration_20261126_120000_workflows_and_follow_ups.down, name: '20261126_120000_workflows_and_follow_ups' },
  { up: migration_20261126_121000_looks.up, down: migration_20261126_121000_looks.down, name: '20261126_121000_looks' },
  { up: migration_20261126_130000_threads.up, down: migration_20261126_130000_threads.down, name: '20261126_130000_threads' },
  { up: migration_20261126_131000_editing_sessions.up, down: migration_20261126_131000_editing_sessions.down, name: '20261126_131000_editing_sessions' },
  { up: migration_20261126_132000_the_record.up, down: migration_20261126_132000_the_record.down, name: '20261126_132000_the_record' },
  { up: migration_20261126_133000_notices.up, down: migration_20261126_133000_notices.down, name: '20261126_133000_notices' },
  { up: migration_20261126_140000_time.up, down: migration_20261126_140000_time.down, name: '20261126_140000_time' },
  { up: migration_20261126_200000_source_facts.up, down: migration_20261126_200000_source_facts.down, name: '20261126_200000_source_facts' },
  { up: migration_20261126_201000_captures.up, down: migration_20261126_201000_captures.down, name: '20261126_201000_captures' },
  { up: migration_20261126_202000_link_health.up, down: migration_20261126_202000_link_health.down, name: '20261126_202000_link_health' },
  { up: migration_20261126_203000_citations.up, down: migration_20261126_203000_citations.down, name: '20261126_203000_citations' },
  { up: migration_20261126_204000_sources.up, down: migration_20261126_204000_sources.down, name: '20261126_204000_sources' },
  { up: migration_20261126_206000_citation_checks.up, down: migration_20261126_206000_citation_checks.down, name: '20261126_206000_citation_checks' },
  { up: migration_20261126_207000_copies_for_readers.up, down: migration_20261126_207000_copies_for_readers.down, name: '20261126_207000_copies_for_readers' },
  { up: migration_20261126_208000_doubted_sources.up, down: migration_20261126_208000_doubted_sources.down, name: '20261126_208000_doubted_sources' },
]
