import type { BenchmarkLine } from './benchmark-line.ts'

/** Something that is measured. */
export interface Benchmark {
  /** What it measures, in a few words. */
  readonly about: string
  run(): Promise<readonly BenchmarkLine[]>
}

/** The benchmarks by name, in the order in which they run. Each is loaded when it is its turn. */
export const benchmarks: ReadonlyMap<string, Benchmark> = new Map<string, Benchmark>([
  [
    'start',
    {
      about: 'from the start of a server to its first answer, and its memory',
      run: async () => (await import('./start.ts')).runStartBenchmark(),
    },
  ],
  [
    'launch',
    {
      about: 'from submitting a launch to the start of its process',
      run: async () => (await import('./launch.ts')).runLaunchBenchmark(),
    },
  ],
  [
    'run-queue',
    {
      about: 'items through push, pop and acknowledgement, on each database',
      run: async () => (await import('./run-queue.ts')).runRunQueueBenchmark(),
    },
  ],
  [
    'runs',
    {
      about: 'runs by three filters among 100,000, on each database',
      run: async () => (await import('./runs.ts')).runRunsBenchmark(),
    },
  ],
  [
    'relaunch',
    {
      about: 'earlier launches of the same inputs among 100,000 items',
      run: async () => (await import('./relaunch.ts')).runRelaunchBenchmark(),
    },
  ],
  [
    'history',
    {
      about: 'metric points taken from 20 runs, and a million points drawn',
      run: async () => (await import('./history.ts')).runHistoryBenchmark(),
    },
  ],
  [
    'history-wide',
    {
      about: 'the history of a run with 200 metrics in each step',
      run: async () => (await import('./history-wide.ts')).runHistoryWideBenchmark(),
    },
  ],
  [
    'artifact',
    {
      about: 'artifact bytes up and down beside the disk, and a commit of 10,000 files',
      run: async () => (await import('./artifact.ts')).runArtifactBenchmark(),
    },
  ],
  [
    'input-model',
    {
      about: 'filter, infer, validate and merge inputs of 100,000 leaves',
      run: async () => (await import('./input-model.ts')).runInputModelBenchmark(),
    },
  ],
  [
    'sdk',
    {
      about: 'what logging costs the program of the TypeScript SDK',
      run: async () => (await import('./sdk.ts')).runSdkBenchmark(),
    },
  ],
  [
    'completion',
    {
      about: 'a completion as a shell asks for it',
      run: async () => (await import('./completion.ts')).runCompletionBenchmark(),
    },
  ],
  [
    'command-line',
    {
      about: 'whole commands of `slipway`',
      run: async () => (await import('./command-line.ts')).runCommandLineBenchmark(),
    },
  ],
  [
    'web-chart',
    {
      about: 'a million points on the screen of a browser',
      run: async () => (await import('./web-chart.ts')).runWebChartBenchmark(),
    },
  ],
  [
    'web-form',
    {
      about: 'the form of 1,000 inputs, and a keystroke in it',
      run: async () => (await import('./web-form.ts')).runWebFormBenchmark(),
    },
  ],
  [
    'web-runs',
    {
      about: 'the table of 100,000 runs on the screen of a browser',
      run: async () => (await import('./web-runs.ts')).runWebRunsBenchmark(),
    },
  ],
  [
    'web',
    {
      about: 'the first page of the web application',
      run: async () => (await import('./web.ts')).runWebBenchmark(),
    },
  ],
])
