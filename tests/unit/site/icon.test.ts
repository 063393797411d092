import { expect, it } from 'vitest'
import { icon } from '@/site/icon'

it.each([['#b3261e', [0x1e, 0x26, 0xb3, 255]], ['#0a5', [0x55, 0xaa, 0x00, 255]]])('the icon is one whole image of 16 × 16 pixels, with its headline in the site’s colour %s', (light, colour) => {
  const file = icon({ accent: { light, dark: '#ffffff' } })
  const [images, width, height, bits, bytes, at] = [file.readUInt16LE(4), file[6], file[7], file.readUInt16LE(12), file.readUInt32LE(14), file.readUInt32LE(18)]
  expect({ images, width, height, bits, end: bytes + at }).toEqual({ images: 1, width: 16, height: 16, bits: 32, end: file.byteLength })
  const pixel = (x: number, y: number) => [...file.subarray(at + 40 + ((15 - y) * 16 + x) * 4).subarray(0, 4)]
  expect(pixel(8, 4)).toEqual(colour)
  expect(pixel(0, 0)).toEqual([0x0e, 0x11, 0x14, 255])
  expect(pixel(1, 1)).toEqual([0xee, 0xf7, 0xfb, 255])
})
