import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Payload } from 'payload'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '../../support/database'

let database: Awaited<ReturnType<typeof freshDatabase>>
let payload: Payload

beforeAll(async () => {
  database = await freshDatabase()
  const [{ getPayload }, { default: config }] = await Promise.all([import('payload'), import('@payload-config')])
  payload = await getPayload({ config })
})
afterAll(async () => {
  await payload.destroy()
  await database.drop()
})

const picture = () =>
  sharp({ create: { width: 1200, height: 800, channels: 3, background: '#884422' } })
    .jpeg()
    .withExif({ IFD0: { Artist: 'canary-artist', Copyright: 'canary-copyright' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } })
    .toBuffer()

const upload = (data: Buffer, name: string, mimetype: string) =>
  payload.create({ collection: 'media', data: { alt: 'A brown field' }, file: { data, name, mimetype, size: data.length }, overrideAccess: true })

describe('an uploaded image', () => {
  it('is re-encoded under a random name, in several widths, without what it told of place and people', async () => {
    const original = await picture()
    expect(original.includes('canary-artist')).toBe(true)
    const media = await upload(original, 'canary-home-address.jpg', 'image/jpeg')
    expect(media.filename).toMatch(/^[0-9a-f-]{36}\.webp$/)
    expect(JSON.stringify(media)).not.toContain('canary')
    const folder = join(database.dataDir, 'media')
    const files = readdirSync(folder)
    expect(files.length).toBeGreaterThanOrEqual(3)
    for (const file of files) {
      const bytes = readFileSync(join(folder, file))
      expect(bytes.includes('canary')).toBe(false)
      const { format, exif } = await sharp(bytes).metadata()
      expect(format).toBe('webp')
      expect(exif).toBeUndefined()
    }
  })

  it('has a public form with its widths from narrow to wide', async () => {
    const { publicImages } = await import('@/media/public-image')
    const { createLocalReq } = await import('payload')
    const media = await upload(await picture(), 'a.jpg', 'image/jpeg')
    const req = await createLocalReq({}, payload)
    const image = (await publicImages(req, [media.id, media.id])).get(media.id)
    expect(image?.variants.map((variant) => variant.width)).toEqual([480, 960, 1200])
    expect(image).toMatchObject({ id: media.id, alt: 'A brown field', width: 1200, height: 800 })
  })

  it.each([
    ['an SVG that calls itself PNG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'), 'image/png'],
    ['text that calls itself JPEG', Buffer.from('not an image at all'), 'image/jpeg'],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/svg+xml'],
  ])('is refused where it is %s', async (_, data, type) => {
    await expect(upload(data, 'x.png', type)).rejects.toMatchObject({ status: 400, data: { errors: [{ path: 'file' }] } })
  })

  it('is refused where it is cut off', async () => {
    const whole = await picture()
    await expect(upload(whole.subarray(0, Math.floor(whole.length / 2)), 'x.jpg', 'image/jpeg')).rejects.toMatchObject({ status: 400 })
  })

  it('needs an alternative text', async () => {
    const data = await picture()
    await expect(payload.create({ collection: 'media', data: { alt: '' }, file: { data, name: 'x.jpg', mimetype: 'image/jpeg', size: data.length }, overrideAccess: true })).rejects.toMatchObject({ status: 400, data: { errors: [{ path: 'alt' }] } })
  })

  it('keeps its file for ever', async () => {
    const media = await upload(await picture(), 'a.jpg', 'image/jpeg')
    const data = await picture()
    await expect(payload.update({ collection: 'media', id: media.id, data: {}, file: { data, name: 'b.jpg', mimetype: 'image/jpeg', size: data.length }, overrideAccess: true })).rejects.toMatchObject({ status: 400 })
  })
})
