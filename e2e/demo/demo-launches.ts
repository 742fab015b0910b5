import type { JsonValue } from '@slipway/core'

/** One program, and the inputs to launch it with. */
export interface DemoLaunch {
  readonly title: string
  /** The folder under `examples`; its program is run. */
  readonly example: string
  /** What runs the program: Node, which every checkout has, or Python with the stock client. */
  readonly language: 'node' | 'python'
  readonly jobName: string
  /** Values by input address, as `slipway launch --set` takes them. */
  readonly asked: Readonly<Record<string, JsonValue>>
  /** The config files that hold the inputs, each with its place in the run config; none where the run config does. */
  readonly files: Readonly<Record<string, readonly string[]>>
}

/** Programs in TypeScript, and both programs of the guide to job inputs; each with one input left as it was at least. */
export const demoLaunches: readonly DemoLaunch[] = [
  {
    title: 'TypeScript, the run config is the input (examples/typescript-run-config)',
    example: 'typescript-run-config',
    language: 'node',
    jobName: 'logistic-regression',
    asked: { 'trainer.learningRate': 0.5, 'trainer.epochs': 5, 'trainer.dataset': 'far' },
    files: {},
  },
  {
    title: 'TypeScript, the run config is the input, with a Zod schema (examples/typescript-zod)',
    example: 'typescript-zod',
    language: 'node',
    jobName: 'curve',
    asked: { learningRate: 0.05, optimizer: 'momentum', degree: 5 },
    files: {},
  },
  {
    title: 'TypeScript, files in YAML, JSON and TOML are the input (examples/typescript-config-files)',
    example: 'typescript-config-files',
    language: 'node',
    jobName: 'exclusive-or',
    asked: {
      'training.yaml:learning_rate': 0.1,
      'conf/model.json:hidden': 8,
      'conf/model.json:activation': 'relu',
      'conf/data.toml:noise.level': 0.05,
    },
    files: { 'training.yaml': ['training'], 'conf/model.json': ['model'], 'conf/data.toml': ['data'] },
  },
  {
    title: 'Python, the run config is the input (examples/python-run-config)',
    example: 'python-run-config',
    language: 'python',
    jobName: 'train-run-config',
    asked: { 'trainer.learning_rate': 0.1, 'trainer.model': 'vit', 'trainer.dataset': 'imagenet' },
    files: {},
  },
  {
    title: 'Python, config.yaml is the input (examples/python-config-file)',
    example: 'python-config-file',
    language: 'python',
    jobName: 'train-config-file',
    asked: { 'config.yaml:learning_rate': 0.005, 'config.yaml:batch_size': 64 },
    files: { 'config.yaml': [] },
  },
]
