import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes longest starts first, so that nothing runs on alone at the end: the documents, and then whole programs. */
const FIRST = [/\/e2e\/documents\//u, /\/e2e\//u]

function rankOf({ moduleId }: TestSpecification): number {
  const found = FIRST.findIndex((pattern) => pattern.test(moduleId))
  return found === -1 ? FIRST.length : found
}

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // Not the sort of a list: the order of Vitest itself, the largest file first.
    // oxlint-disable-next-line unicorn/no-array-sort
    const sorted = await super.sort(files)
    return sorted.toSorted((one, other) => rankOf(one) - rankOf(other))
  }
}

export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.test.ts', 'e2e/**/*.test.ts', 'benchmarks/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    // Many tests wait for programs, such as a Python client between two of its reports, rather than compute.
    maxWorkers: 4,
    sequence: { sequencer: LongestFirst },
    // Only something that hangs reaches these: on a busy machine everything takes many times longer.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    teardownTimeout: 120_000,
    expect: { poll: { timeout: 180_000 } },
    setupFiles: ['vitest.setup.ts'],
    globalSetup: ['packages/testkit/src/global-setup.ts'],
  },
})
