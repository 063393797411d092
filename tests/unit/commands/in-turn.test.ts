import { expect, it } from 'vitest'
import { voicesInTurn } from '../../../commands/shared/in-turn'

it('of several that run at once, each is read whole before the next, the first of them as it speaks', () => {
  const heard: string[] = []
  const { build, lint, types } = voicesInTurn(['build', 'lint', 'types'], (line) => heard.push(line))
  lint.say('lint 1')
  build.say('build 1')
  expect(heard).toEqual(['build 1'])
  types.say('types 1')
  types.end()
  lint.say('lint 2')
  build.say('build 2')
  expect(heard).toEqual(['build 1', 'build 2'])
  build.end()
  expect(heard).toEqual(['build 1', 'build 2', 'lint 1', 'lint 2'])
  lint.say('lint 3')
  lint.end()
  expect(heard).toEqual(['build 1', 'build 2', 'lint 1', 'lint 2', 'lint 3', 'types 1'])
})
