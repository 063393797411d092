import type { FetchSettings } from '@/env'
import { type Connect, type Way, connectDirectly } from './dial'
import { lookUpBy } from './look-up'

function proxyOf(url: string | null): Way['proxy'] {
  if (url === null) return null
  const { hostname, port, username, password } = new URL(url)
  const host = hostname.replace(/^\[|\]$/g, '')
  const credentials = username === '' ? {} : { userId: decodeURIComponent(username), password: decodeURIComponent(password) }
  return { host, port: port === '' ? 1080 : Number(port), ...credentials }
}

/** The way to the network that the environment describes. `connect` is for tests that record what would be dialled. */
export function wayOf(settings: FetchSettings, connect: Connect = connectDirectly): Way {
  return {
    lookUp: lookUpBy(settings.dns === null ? null : [settings.dns]),
    connect,
    proxy: proxyOf(settings.proxy),
    testHosts: settings.testHosts,
  }
}
