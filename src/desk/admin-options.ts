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
    actions: ['/desk/inbox/inbox-bell#InboxBell'],
    afterNavLinks: ['/desk/nav-links#NavLinks'],
    providers: ['/desk/together/clear-on-logout#ClearOnLogout'],
    views: {
      dashboard: { Component: '/desk/first-page#FirstPage' },
      releases: { Component: '/desk/releases/releases-page#ReleasesPage', path: '/releases', exact: true },
      workflows: { Component: '/desk/workflows/workflows-page#WorkflowsPage', path: '/workflows', exact: true },
      board: { Component: '/desk/board/board-page#BoardPage', path: '/board', exact: true },
      calendar: { Component: '/desk/calendar/calendar-page#CalendarPage', path: '/calendar', exact: true },
      impact: { Component: '/desk/impact/impact-page#ImpactPage', path: '/impact', exact: true },
      checking: { Component: '/desk/checking/checking-page#CheckingPage', path: '/checking', exact: true },
      checkingOne: { Component: '/desk/checking/checking-page#CheckingPage', path: '/checking/:collection/:id', exact: true },
      inbox: { Component: '/desk/inbox/inbox-page#InboxPage', path: '/inbox', exact: true },
      createFirstUser: { Component: '/desk/no-accounts#NoAccounts', path: '/create-first-user' },
      log: { Component: '/desk/log/log-page#LogPage', path: '/log', exact: true },
      redact: { Component: '/desk/redact/redact-page#RedactPage', path: '/redact', exact: true },
    },
  },
}

/** Words of the admin that are ours, by language. */
export const adminWords = { en: { desk: en, ...payloadWordsEn }, ar: { desk: ar, ...payloadWordsAr } }
