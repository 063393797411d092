import { lstatSync } from 'node:fs'
import { readdir, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { FailureClass, Fetched, Hop } from './types'

const CLASSES: readonly string[] = ['refused', 'dns', 'connect', 'tls', 'timeout', 'reset', 'tooLarge', 'tooSlow', 'bomb', 'redirects', 'protocol'] satisfies FailureClass[]

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const isText = (value: unknown): value is string => typeof value === 'string'
const isPairs = (value: unknown): value is [string, string][] => Array.isArray(value) && value.every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every(isText))

/** The body that a hop names, with its path; undefined where it is not a plain file that this ask spooled, whole. */
function bodyOf(value: unknown, spoolDir: string, id: string): Hop['body'] {
  if (!isObject(value) || !isText(value.file) || !isText(value.sha256) || !/^[0-9a-f]{64}$/.test(value.sha256)) return undefined
  if (!value.file.startsWith(`${id}-`) || !/^\d{1,2}$/.test(value.file.slice(id.length + 1))) return undefined
  const file = join(spoolDir, value.file)
  const found = lstatSync(file, { throwIfNoEntry: false })
  return found?.isFile() === true && found.size === value.bytes ? { file, bytes: found.size, sha256: value.sha256 } : undefined
}

function hopOf(value: unknown, spoolDir: string, id: string): Hop | null {
  if (!isObject(value)) return null
  const { url, address, at, status, statusText, requestHeaders, headers } = value
  if (!isText(url) || !(address === null || isText(address)) || !isText(at) || !Number.isInteger(status) || !isText(statusText) || !isPairs(requestHeaders) || !isPairs(headers)) return null
  const body = bodyOf(value.body, spoolDir, id)
  if (body === undefined && value.body !== undefined) return null
  return { url, address, at, status: status as number, statusText, requestHeaders, headers, ...(body === undefined ? {} : { body }) }
}

/**
 * What the fetcher answered to the ask `id`, read as the word of a process that a page may have taken over: it can name no
 * file but those that this ask spooled. Null where it is not an answer.
 */
export function readAnswer(value: unknown, requestedUrl: string, spoolDir: string, id: string): Fetched | null {
  if (!isObject(value) || !Array.isArray(value.hops)) return null
  const hops = value.hops.map((hop) => hopOf(hop, spoolDir, id))
  if (!hops.every((hop) => hop !== null)) return null
  if (value.ok === true) return isText(value.finalUrl) && hops.length > 0 ? { ok: true, requestedUrl, finalUrl: value.finalUrl, hops } : null
  const { failure } = value
  if (!isObject(failure) || !isText(failure.class) || !CLASSES.includes(failure.class) || !isText(failure.message)) return null
  return { ok: false, requestedUrl, hops, failure: { class: failure.class as FailureClass, message: failure.message } }
}

/** Removes what the ask `id` left in the spool. */
export async function sweepSpool(spoolDir: string, id: string): Promise<void> {
  const left = (await readdir(spoolDir).catch(() => [])).filter((name) => name.startsWith(`${id}-`))
  await Promise.all(left.map((name) => unlink(join(spoolDir, name)).catch(() => undefined)))
}
