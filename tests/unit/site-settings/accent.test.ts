import { expect, it } from 'vitest'
import { accentProblem } from '@/site-settings/accent'

it('takes only colours that can be read on the paper', () => {
  expect(accentProblem('#b3261e', 'light')).toBeNull()
  expect(accentProblem('#ff8a7a', 'dark')).toBeNull()
  expect(accentProblem('#ffd0c8', 'light')).toContain('too close')
  expect(accentProblem('#402020', 'dark')).toContain('too close')
  expect(accentProblem('red', 'light')).toContain('#rrggbb')
  expect(accentProblem('#fff;}body{display:none', 'light')).toContain('#rrggbb')
})
