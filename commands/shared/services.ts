import { env } from '../../src/env'
import { payloadSecret } from '../../src/platform/data-directory'

export type Service = {
  name: 'worker' | 'cms' | 'web'
  args: string[]
  environment: Record<string, string | undefined>
  /** Milliseconds that it gets to finish after it was asked to stop. */
  patience: number
  /** Where it can't say itself that it is ready: it counts as ready once it runs. */
  isSilent?: boolean
}

/** What Node runs for each process, in the order in which they start. */
export const SERVICE_ARGS = {
  // A bake leaves much behind that is soon of no use, and so does a request to the desk; with a small nursery a process does not keep it.
  worker: ['--max-semi-space-size=2', 'dist/worker.mjs'],
  cms: ['--max-semi-space-size=8', 'dist/cms.mjs'],
  web: ['dist/web.mjs'],
} as const

/** The three processes of a newsroom for the environment of this process, in the order in which they start. */
export function serviceDefinitions(cmsPort: number): Service[] {
  const { siteUrl, adminUrl } = env()
  const environment = { NODE_ENV: 'production', CMS_PORT: String(cmsPort), SITE_URL: siteUrl, ADMIN_URL: adminUrl, PAYLOAD_SECRET: payloadSecret() }
  return [
    { name: 'worker', args: [...SERVICE_ARGS.worker], environment, patience: 5000 },
    { name: 'cms', args: [...SERVICE_ARGS.cms], environment: { ...environment, HOST: '127.0.0.1' }, patience: 4000 },
    { name: 'web', args: [...SERVICE_ARGS.web], environment, patience: 3000 },
  ]
}
