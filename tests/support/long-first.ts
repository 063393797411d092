import { BaseSequencer, type TestSpecification } from 'vitest/node'

// Their rows stand in a table, so that Vitest, which begins with the largest files, would begin with them last and let one process wait for the other.
const LONG = /\/tests\/contract\/(access\/(texts|others|shared|posts)|becoming-public)\.test\.ts$/

/** The usual order of test files, with those first that are long for their size. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification) => LONG.test(moduleId)
    return [...usual.filter(isLong), ...usual.filter((file) => !isLong(file))]
  }
}
