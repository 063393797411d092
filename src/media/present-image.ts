import { presentWarnings } from '@/content-warnings/fields'
import { idOf } from '@/platform/relations'
import type { Image, Warning } from '@/record/body'

type StoredImage = { image?: unknown; terms?: unknown; depiction?: string | null; intensity?: string | null; warningNote?: string | null } | null | undefined

/** One placed image with its warnings, under `name`; nothing where there is no image or its file is missing. */
export function presentImage<Name extends string>(name: Name, stored: StoredImage, images: ReadonlyMap<string, Image>): Partial<Record<Name, { image: Image; warnings: Warning[] }>> {
  const image = images.get(idOf(stored?.image) ?? '')
  if (image === undefined) return {}
  const placed = { image, warnings: presentWarnings([{ ...stored, note: stored?.warningNote }]) }
  return { [name]: placed } as Record<Name, typeof placed>
}
