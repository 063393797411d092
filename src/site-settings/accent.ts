const PAPER = { light: '#fbf8f1', dark: '#15130f' } as const
const ENOUGH_CONTRAST = 4.5

/**
 * Why a colour can't be the accent on light or dark paper; null if it can. It must be `#rrggbb` and stand out from the
 * paper by 4.5:1, as WCAG 2.2 asks of text (success criterion 1.4.3).
 */
export function accentProblem(value: unknown, paper: keyof typeof PAPER): string | null {
  if (typeof value !== 'string' || !/^#[0-9a-f]{6}$/i.test(value)) return 'Give a colour as #rrggbb.'
  return contrast(value, PAPER[paper]) >= ENOUGH_CONTRAST ? null : 'This colour is too close to the colour of the paper to be read.'
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

// Relative luminance as WCAG 2.2 defines it.
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(colour.slice(start, start + 2), 16) / 255
    return channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
