import { expect, test } from 'vitest'
import { parseLaunchSpec } from './launch-spec.ts'
import { isSweepScheduler, sweepSchedulerCommand } from './sweep-scheduler.ts'

const schedule = (more: object) => parseLaunchSpec({ uri: 'placeholder-uri-scheduler', project: 'lab', ...more })
const command = (...entryPoint: readonly string[]) => ({ overrides: { entry_point: entryPoint } })

test('the client’s scheduler is known by its placeholder, whether it is a command or a job', () => {
  expect(isSweepScheduler(schedule({}))).toBe(true)
  expect(isSweepScheduler(schedule({ job: 'a/b/c:v0' }))).toBe(true)
  expect(isSweepScheduler(parseLaunchSpec({ job: 'a/b/c:v0' }))).toBe(false)
})

test('of commands only that of the client’s scheduler is one', () => {
  expect(sweepSchedulerCommand(schedule(command('wandb', 'scheduler', 'abcdefgh')))).toEqual([
    'wandb',
    'scheduler',
    'abcdefgh',
  ])
  expect(sweepSchedulerCommand(schedule(command('wandb', 'scheduler')))).toBeNull()
  expect(sweepSchedulerCommand(schedule(command('sh', '-c', 'true')))).toBeNull()
  expect(sweepSchedulerCommand(schedule({ job: 'a/b/c:v0', ...command('wandb', 'scheduler', 'x') }))).toBeNull()
  expect(sweepSchedulerCommand(parseLaunchSpec(command('wandb', 'scheduler', 'x')))).toBeNull()
})
