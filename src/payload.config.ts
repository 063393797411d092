import { ar } from '@payloadcms/translations/languages/ar'
import { en } from '@payloadcms/translations/languages/en'
import { buildConfig } from 'payload'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { Articles } from './articles/collection'
import { checkingSupport } from './citations/checks/endpoints'
import { assigning } from './collaboration/assignments/endpoints'
import { Campaigns } from './campaigns/collection'
import { captures } from './captures/endpoints'
import { keptCopyOf } from './captures/kept-copy'
import { talkingInPlace } from './collaboration/threads/endpoints'
import { noticeEndpoints } from './collaboration/notices/endpoints'
import { presence } from './collaboration/presence/endpoints'
import { ContentWarnings } from './content-warnings/collection'
import { changes } from './collaboration/changes/endpoints'
import { adminOptions, adminWords } from './desk/admin-options'
import { env } from './env'
import { Exchanges } from './exchanges/collection'
import { linkHealth } from './link-health/endpoints'
import { log } from './log/endpoints'
import { Media } from './media/collection'
import { publicImages } from './media/public-image'
import { Pages } from './standing-pages/collection'
import { People } from './people/collection'
import { payloadSecret } from './platform/data-directory'
import { mail } from './platform/mail'
import { payloadDatabase } from './platform/payload-database'
import { payloadLogger } from './platform/payload-logger'
import { plainErrors } from './platform/plain-errors'
import { Publications } from './publishing/collection'
import { publishing } from './publishing/endpoints'
import { redaction } from './publishing/redact/endpoints'
import type { PresentContextOf } from './review/present-context'
import { releaseEndpoints } from './publishing/releases/endpoints'
import { workflowEndpoints } from './review/workflow-endpoints'
import { bodyEditor } from './rich-text/editor'
import { Series } from './series/collection'
import { SiteSettings } from './site-settings/global'
import { SocialPosts } from './social-posts/collection'
import { Sources } from './sources/collection'
import { privateAmong } from './sources/private-among'
import { Topics } from './topics/collection'
import { Users } from './users/collection'

const presentContext: PresentContextOf = (req) => ({ media: (ids) => publicImages(req, ids), privateSources: (ids) => privateAmong(req, ids) })

export default buildConfig({
  secret: payloadSecret(),
  serverURL: '',
  csrf: env().trustedOrigins,
  cors: [],
  collections: [Articles, SocialPosts, Exchanges, Pages, Campaigns, Topics, Series, People, Sources, ContentWarnings, Media, Publications, Users],
  globals: [SiteSettings],
  endpoints: [...workflowEndpoints, ...noticeEndpoints, ...releaseEndpoints],
  plugins: [publishing, changes, talkingInPlace, log, redaction, presence, assigning, captures, linkHealth({ keptCopyOf }), checkingSupport],
  db: payloadDatabase(),
  email: mail,
  editor: bodyEditor,
  sharp,
  admin: adminOptions,
  i18n: { supportedLanguages: { en, ar }, fallbackLanguage: 'en', translations: adminWords },
  custom: { presentContext },
  hooks: { afterError: [plainErrors] },
  graphQL: { disable: true },
  defaultDepth: 0,
  maxDepth: 3,
  telemetry: false,
  logger: payloadLogger,
  upload: { limits: { fileSize: 25_000_000 }, abortOnLimit: true, responseOnLimit: 'A file may have 25 MB at most.' },
  typescript: { outputFile: join(dirname(fileURLToPath(import.meta.url)), 'payload-types.ts'), autoGenerate: false },
})
