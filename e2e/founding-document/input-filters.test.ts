import { describeWithEachClient } from '@slipway/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JobVersion, type LaunchSite, type Program, startLaunchSite } from './launch-site.ts'
import { requireSuccess } from './run-program.ts'

// A key with a dot, one with a backslash, and one that only begins like another: what a filter could confuse.
const CONFIG = String.raw`{
    "trainer": {"rate": 0.5, "private": {"key": "v"}},
    "trainers": 2,
    "trainer.private": "dotted",
    "data\\dir": "here",
    "seed": 42,
}`
const TRAINER = { rate: 'float', private: { key: 'str' } }
const REST = { trainers: 'int', 'data\\dir': 'str', seed: 'int' }

const FILTERS = [
  ['include takes whole segments', 'launch.manage_wandb_config(include=["trainer"])', { trainer: TRAINER }],
  [
    'exclude takes whole segments',
    'launch.manage_wandb_config(exclude=["trainer.private", "seed"])',
    { trainer: { rate: 'float' }, 'trainer.private': 'str', trainers: 'int', 'data\\dir': 'str' },
  ],
  [
    'an escaped dot is part of a key',
    String.raw`launch.manage_wandb_config(exclude=[r"trainer\.private"])`,
    { trainer: TRAINER, ...REST },
  ],
  [
    'both',
    String.raw`launch.manage_wandb_config(include=["trainer", r"trainer\.private"], exclude=["trainer.private"])`,
    { trainer: { rate: 'float' }, 'trainer.private': 'str' },
  ],
  [
    'exclude wins over a longer include',
    'launch.manage_wandb_config(include=["trainer.private", "seed"], exclude=["trainer"])',
    { seed: 'int' },
  ],
  ['an include that names nothing', 'launch.manage_wandb_config(include=["sede"])', {}],
  [
    'several calls add up',
    'launch.manage_wandb_config(include=["trainer"]); launch.manage_wandb_config(["seed"], exclude=["trainer.rate"])',
    { trainer: { private: { key: 'str' } }, seed: 'int' },
  ],
] as const

const program = (call: string): Program => ({
  files: {
    'train.py': `
import wandb
from wandb.sdk import launch

with wandb.init(config=${CONFIG}):
    ${call}
    wandb.log({"loss": 1.0})
`,
  },
})

describeWithEachClient('include and exclude', (client) => {
  let site: LaunchSite
  let unfiltered: JobVersion

  beforeAll(async () => {
    site = await startLaunchSite(client)
    unfiltered = await capture('launch.manage_wandb_config()')
  })
  afterAll(() => site[Symbol.asyncDispose]())

  let captures = 0
  const capture = (call: string): Promise<JobVersion> => {
    captures += 1
    return site.capture(`filtered-${captures}`, program(call))
  }

  test('neither keeps the whole run config', () => {
    expect(unfiltered.inputTypes).toEqual({ trainer: TRAINER, 'trainer.private': 'str', ...REST })
  })

  test.for(FILTERS)('%s', async ([, call, inputTypes]) => {
    expect((await capture(call)).inputTypes).toEqual(inputTypes)
  })

  test('a job without any input refuses each override and says so', async () => {
    const job = await capture('launch.manage_wandb_config(exclude=[""])')
    expect(job.inputTypes).toEqual({})
    const { problems } = await site.pushRefused(job, { run_config: { seed: 1 } })
    expect(problems).toEqual([
      { path: 'seed', message: 'Cannot set "seed": it is not an input of this job. The job takes no inputs.' },
    ])
  })

  test('a path that ends in a backslash is refused by the client', async () => {
    const { exitCode, output } = await site.tryCapture(
      'trailing-backslash',
      program(String.raw`launch.manage_wandb_config(include=["trainer\\"])`),
    )
    expect(exitCode).not.toBe(0)
    expect(output).toContain('LaunchError')
  })

  test('keys with a dot and a backslash are overridden, and named with escapes when they are refused', async () => {
    const { config } = await site.launch(unfiltered, { run_config: { 'trainer.private': 'new', 'data\\dir': 'there' } })
    expect(config).toEqual({
      trainer: { rate: 0.5, private: { key: 'v' } },
      trainers: 2,
      'trainer.private': 'new',
      'data\\dir': 'there',
      seed: 42,
    })
    const { problems } = await site.pushRefused(unfiltered, { run_config: { 'trainer.private': 1, 'data\\dir': 2 } })
    expect(problems.map(({ path }) => path)).toEqual([String.raw`trainer\.private`, String.raw`data\\dir`])
  })

  test('"slipway launch" reads the same escapes, and quotes a path that it cannot read', async () => {
    const before = await site.itemIds()
    const settings = ['--set', String.raw`trainer\.private=new`, '--set', String.raw`data\\dir=there`]
    requireSuccess(await site.runSlipway(['launch', unfiltered.path, ...settings]))
    const added = (await site.itemIds()).filter((id) => !before.includes(id))
    const { config } = await site.untilEnded(added[0] ?? '')
    expect(config).toMatchObject({ 'trainer.private': 'new', 'data\\dir': 'there', seed: 42 })
    // A backslash before the "=" makes it a part of the key, so this one sets nothing.
    const escaped = String.raw`seed\=1`
    for (const [setting, quoted] of [
      [String.raw`data\dir=1`, String.raw`data\dir`],
      ['trainer..rate=1', 'trainer..rate'],
      [escaped, escaped],
    ] as const) {
      const refused = await site.runSlipway(['launch', unfiltered.path, '--set', setting])
      expect(refused).toEqual({ exitCode: 2, output: expect.stringContaining(`"${quoted}"`) })
    }
  })
})
