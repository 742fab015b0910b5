import type { JsonValue } from '@slipway/core'

/** One program, and the inputs to launch it with. */
export interface DemoLaunch {
  readonly title: string
  /** The folder under `examples`; its `train.py` is run. */
  readonly example: string
  readonly jobName: string
  /** Values by input address, as `slipway launch --set` takes them. */
  readonly asked: Readonly<Record<string, JsonValue>>
  /** The config file that holds the inputs; null where the run config does. */
  readonly file: string | null
}

/** Both programs of the guide to job inputs, each with one input left as it was at least. */
export const demoLaunches: readonly DemoLaunch[] = [
  {
    title: 'A program whose run config is the input (examples/python-run-config)',
    example: 'python-run-config',
    jobName: 'train-run-config',
    asked: { 'trainer.learning_rate': 0.1, 'trainer.model': 'vit', 'trainer.dataset': 'imagenet' },
    file: null,
  },
  {
    title: 'A program whose config.yaml is the input (examples/python-config-file)',
    example: 'python-config-file',
    jobName: 'train-config-file',
    asked: { 'config.yaml:learning_rate': 0.005, 'config.yaml:batch_size': 64 },
    file: 'config.yaml',
  },
]
