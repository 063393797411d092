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

/** The three processes of a newsroom for the environment of this process, in the order in which they start. */
export function serviceDefinitions(cmsPort: number): Service[] {
  const { siteUrl, adminUrl } = env()
  const environment = { NODE_ENV: 'production', CMS_PORT: String(cmsPort), SITE_URL: siteUrl, ADMIN_URL: adminUrl, PAYLOAD_SECRET: payloadSecret() }
  return [
    // A bake leaves much behind that is soon of no use; with a small nursery the process does not keep 80 MB for it.
    { name: 'worker', args: ['--max-semi-space-size=2', 'dist/worker.mjs'], environment, patience: 5000 },
    { name: 'cms', args: ['dist/cms.mjs'], environment: { ...environment, HOST: '127.0.0.1' }, patience: 4000 },
    { name: 'web', args: ['dist/web.mjs'], environment, patience: 3000 },
  ]
}
