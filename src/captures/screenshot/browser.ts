import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'
import { env } from '@/env'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome', '/Applications/Google Chrome.app/Contents/MacOS']

/** The Chromium that CHROMIUM_PATH names, or else the system's; null where there is none. */
export function findChromium(): string | null {
  const { chromiumPath } = env()
  if (chromiumPath !== null) return chromiumPath
  return FOLDERS.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isProgram) ?? null
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
