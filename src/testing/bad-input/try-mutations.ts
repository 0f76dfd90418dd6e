import fc from 'fast-check'
import { readFiles } from '../../manuscript/files.ts'
import { mutate, mutations } from './mutations.ts'
import { judge } from './verdict.ts'

/**
 * Reads a manuscript so many times, each time with something else gone wrong.
 *
 * @param seed the same mutations for the same seed, in every run
 */
export async function tryMutations(folder: string, runs: number, seed: number) {
  const files = await readFiles(folder)
  fc.assert(
    fc.property(mutations, (steps) => {
      const found = judge(mutate(files, steps))
      if (found.length > 0) throw new Error(`After ${steps.map(({ name }) => name).join(', then ')}:\n${found.join('\n')}`)
    }),
    { seed, numRuns: runs },
  )
}
