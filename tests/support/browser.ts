import { chromium } from '@playwright/test'
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { env } from '../../src/env'

/** What a headless Chromium needs on a machine without a display, as root as well, to speak to nobody but the page. */
export const browserArguments = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync']

const systemNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

function onPath(name: string): string | null {
  const found = spawnSync('sh', ['-c', 'command -v "$1"', 'sh', name], { encoding: 'utf8' })
  return found.status === 0 ? found.stdout.trim() : null
}

/** A Chromium that is there already: the one that CHROMIUM_PATH names, Playwright's own, or the system's. */
export function findBrowser(): string | null {
  const { chromiumPath } = env()
  if (chromiumPath !== null) return chromiumPath
  const own = chromium.executablePath()
  if (own !== '' && existsSync(own)) return own
  return systemNames.map(onPath).find((path) => path !== null) ?? null
}

function attempt(command: string, args: string[]): void {
  spawnSync(command, args, { stdio: ['ignore', 2, 2], timeout: 300_000 })
}

/**
 * A Chromium for this machine, installed where there is none: Playwright's own, or for root the system's.
 *
 * @throws with what to do where neither can be had.
 */
export function installedBrowser(): string {
  const present = findBrowser()
  if (present !== null) return present
  process.stderr.write('Installing a browser …\n')
  const isRoot = process.getuid?.() === 0
  attempt(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', ...(isRoot ? ['--with-deps'] : []), 'chromium'])
  if (findBrowser() === null && isRoot && onPath('apt-get') !== null) {
    attempt('apt-get', ['update', '-q'])
    attempt('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'])
  }
  const installed = findBrowser()
  if (installed === null) throw new Error('No browser for the end-to-end tests. Install Chromium (as root: apt-get install chromium) or set CHROMIUM_PATH.')
  execFileSync(installed, ['--version'], { stdio: 'ignore' })
  return installed
}
