import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Config } from 'payload'
import { ar } from './words/ar'
import { en } from './words/en'
import { payloadWordsAr, payloadWordsEn } from './words/payload'

/** The desk's own parts of the admin: what stands where, and words that replace Payload's. */
export const adminOptions: NonNullable<Config['admin']> = {
  user: 'users',
  avatar: 'default',
  importMap: { baseDir: dirname(dirname(fileURLToPath(import.meta.url))) },
  meta: { titleSuffix: ' · Handbill' },
  theme: 'all',
  components: {
    providers: ['/desk/together/clear-on-logout#ClearOnLogout'],
    views: {
      dashboard: { Component: '/desk/first-page#FirstPage' },
      createFirstUser: { Component: '/desk/no-accounts#NoAccounts', path: '/create-first-user' },
    },
  },
}

/** Words of the admin that are ours, by language. */
export const adminWords = { en: { desk: en, ...payloadWordsEn }, ar: { desk: ar, ...payloadWordsAr } }
