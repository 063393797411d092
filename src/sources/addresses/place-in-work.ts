import type { Locator } from '@/record/body'
import { decoded } from './decoding'

function timecode(value: string): string {
  const parts = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/.exec(value)
  if (parts === null) return value
  const seconds = Number(parts[1] ?? 0) * 3600 + Number(parts[2] ?? 0) * 60 + Number(parts[3] ?? 0)
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const two = (n: number) => String(n).padStart(2, '0')
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}

/** The place that an address points at within its work; takes it from `url`, since it doesn't tell works apart. */
export function takePlace(url: URL): { locator?: Locator; quote?: string } {
  const time = url.searchParams.get('t') ?? url.searchParams.get('start') ?? url.searchParams.get('time_continue')
  const isFilm = /(^|\.)(youtube\.com|youtu\.be|vimeo\.com)$/.test(url.hostname)
  if (isFilm) for (const name of ['t', 'start', 'time_continue']) url.searchParams.delete(name)
  const fragment = url.hash.slice(1)
  const isRoute = /^(?:\/|!\/|![^/:])./.test(fragment)
  url.hash = isRoute ? fragment.replace(/:~:.*$/s, '') : ''
  if (isFilm && time !== null && /^(?=\d)(?:\d{1,3}h)?(?:\d{1,4}m)?(?:\d{1,6}s?)?$/.test(time)) return { locator: { label: 'timecode', value: timecode(time) } }
  const directive = /:~:(?:.*&)?text=([^&]*)/.exec(fragment)?.[1]
  const words = directive?.replace(/^[^,]*-,/, '').replace(/,-[^,]*$/, '').split(',').map(decoded).join(' … ').trim()
  const quote = words === undefined || words === '' ? {} : { quote: words }
  const id = decoded(fragment.replace(/:~:.*$/s, '')).slice(0, 200)
  const page = /^page=(\d+)$/.exec(id)?.[1]
  if (page !== undefined) return { ...quote, locator: { label: 'page', value: page } }
  // What holds a value is counting ("xtor=AD-1"), not the name of a place.
  return id === '' || isRoute || id.includes('/') || id.includes('=') ? quote : { ...quote, locator: { label: 'section', value: id } }
}
