import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { IMAGES } from '@/demo/images'

describe('the demo’s images', () => {
  test.each(IMAGES)('$key: is drawn from shapes alone, the same each time, at its size', async ({ svg, width, height, alt }) => {
    const drawn = svg()
    expect(svg()).toBe(drawn)
    // A machine without the right typeface would print boxes.
    expect(drawn).not.toContain('<text')
    expect(drawn).not.toContain('NaN')
    expect(await sharp(Buffer.from(drawn)).metadata()).toMatchObject({ format: 'svg', width, height })
    expect(alt.length).toBeGreaterThan(40)
  })
})
