import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { env } from '@/env'
import { logger } from '@/platform/logger'
import { SCREENSHOT, type KeptFile } from '../capture'
import { keepFile, makingFolder } from '../keep/files'
import { findChromium } from './browser'

const TIME_MS = 45_000
/** What the page gets to load and draw itself, by its own clock, in milliseconds. */
const PAGE_MS = 8_000
const WIDTH = 1280
const HEIGHT = 2400
const QUALITY = 70
const MOST_PIXELS = 40_000_000

export type Screenshooter = {
  /** How a page looks, as a kept file. Null where that could not be seen: a copy is one without it. `proxy` is the only way out that the browser has. */
  shoot(url: string, proxy: string): Promise<KeptFile | null>
}

/** Takes screenshots with the Chromium of this machine; null where there is none, or where they are not wanted. One browser at a time. */
export function screenshooter(): Screenshooter | null {
  const program = env().screenshots === 'on' ? findChromium() : null
  if (program === null) return null
  let turn: Promise<unknown> = Promise.resolve()
  return {
    shoot(url, proxy) {
      const shooting = turn.then(() => shootWith(program, url, proxy)).catch((error: unknown) => {
        // The browser's own words may quote the page.
        logger.warn('A screenshot could not be taken', { kind: error instanceof Error && error.message.startsWith('Chromium') ? error.message : 'failed' })
        return null
      })
      turn = shooting
      return shooting
    },
  }
}

/**
 * Flags that shut every way past the proxy: names are not resolved here, WebRTC and QUIC send no packets of their own, loopback is not
 * exempt, and what a browser fetches for itself is off.
 */
function flags(profile: string, proxy: string, picture: string): string[] {
  return [
    '--headless=new', `--user-data-dir=${profile}`, `--proxy-server=${proxy}`, '--proxy-bypass-list=<-loopback>', '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE ' + new URL(proxy).hostname, '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
    '--disable-quic', '--dns-prefetch-disable', '--no-pings', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-default-apps', '--disable-extensions', '--disable-domain-reliability',
    '--disable-features=NetworkTimeServiceQuerying,OptimizationHints,MediaRouter,DialMediaRouteProvider,Translate,AutofillServerCommunication,CertificateTransparencyComponentUpdater', '--no-first-run', '--no-default-browser-check', '--disable-gpu', '--disable-dev-shm-usage',
    '--mute-audio', '--hide-scrollbars', '--disable-breakpad', '--deny-permission-prompts', `--window-size=${WIDTH},${HEIGHT}`, `--virtual-time-budget=${PAGE_MS}`, `--timeout=${PAGE_MS * 2}`, `--screenshot=${picture}`,
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ]
}

async function shootWith(program: string, url: string, proxy: string): Promise<KeptFile> {
  await mkdir(makingFolder(), { recursive: true, mode: 0o700 })
  const profile = await mkdtemp(join(makingFolder(), 'browser-'))
  try {
    const picture = join(profile, 'page.png')
    await run(program, [...flags(join(profile, 'profile'), proxy, picture), url], profile)
    // Drawn anew: what is kept was written by our own encoder.
    const bytes = await sharp(picture, { limitInputPixels: MOST_PIXELS }).webp({ quality: QUALITY }).toBuffer()
    return { name: SCREENSHOT, mime: 'image/webp', ...(await keepFile(bytes)) }
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

function run(program: string, args: string[], home: string): Promise<void> {
  return new Promise((resolve, reject) => {
    // A group of its own, since a browser is many processes.
    const browser = spawn(program, args, { env: { NODE_ENV: 'production', PATH: '/usr/local/bin:/usr/bin:/bin', HOME: home }, stdio: 'ignore', detached: true })
    const end = (): void => {
      try {
        if (browser.pid !== undefined) process.kill(-browser.pid, 'SIGKILL')
      } catch {
        return
      }
    }
    const patience = setTimeout(() => {
      end()
      reject(new Error('Chromium took too long'))
    }, TIME_MS)
    browser.once('error', () => (clearTimeout(patience), reject(new Error('Chromium did not start'))))
    browser.once('exit', (code) => {
      clearTimeout(patience)
      end()
      if (code === 0) resolve()
      else reject(new Error('Chromium failed'))
    })
  })
}
