import { expect, test } from 'vitest'
import { parseLaunchSpec } from './launch-spec.ts'
import { isSweepScheduler, isUnplacedSchedulerJob, sweepSchedulerCommand } from './sweep-scheduler.ts'

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

test('a scheduler job has the resource that its settings name; without one the client fills in a container', () => {
  const job = (scheduler: object, resource: string) =>
    schedule({ job: 'a/b/c:v0', resource, overrides: { run_config: { scheduler } } })
  expect(isUnplacedSchedulerJob(job({ job: 'a/b/c:v0' }, 'local-container'))).toBe(true)
  expect(isUnplacedSchedulerJob(schedule({ job: 'a/b/c:v0' }))).toBe(true)
  expect(isUnplacedSchedulerJob(job({ resource: 'local-container' }, 'local-container'))).toBe(false)
  expect(isUnplacedSchedulerJob(job({ resource: 'kubernetes' }, 'kubernetes'))).toBe(false)
  expect(isUnplacedSchedulerJob(schedule({ resource: 'local-container' }))).toBe(false)
  expect(isUnplacedSchedulerJob(parseLaunchSpec({ job: 'a/b/c:v0', resource: 'local-container' }))).toBe(false)
})
