import type { Config } from 'payload'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The desk's own parts of the admin: what stands where, and words that replace Payload's. */
export const adminOptions: NonNullable<Config['admin']> = {
  user: 'users',
  avatar: 'default',
  importMap: { baseDir: dirname(dirname(fileURLToPath(import.meta.url))) },
  meta: { titleSuffix: ' · Handbill' },
  theme: 'all',
}

/** Words of the admin that are ours, by language. */
export const adminWords = { en: {}, ar: {} }
