import { InvalidInputError } from '@slipway/core'
import { describe, expect, test } from 'vitest'
import { readJsonVariable, readLaunchContext } from './launch-context.ts'
import { readRunSettings } from './run-settings.ts'

const read = (options: object, environment: Record<string, string> = {}, ignored: string[] = []) =>
  readRunSettings(options, { environment, workingFolder: '/work' }, readLaunchContext(environment), (name) =>
    ignored.push(name),
  )

describe('how a run is started', () => {
  test('is decided by the options, then the environment, then a default', () => {
    expect(read({})).toMatchObject({ project: null, mode: 'online', resume: null, folder: '/work/wandb', tags: null })
    expect(read({}, { WANDB_PROJECT: 'e', WANDB_MODE: 'dryrun', WANDB_RESUME: 'auto' })).toMatchObject({
      project: 'e',
      mode: 'offline',
      resume: 'allow',
    })
    expect(read({ project: 'o', resume: false, dir: 'd' }, { WANDB_PROJECT: 'e' })).toMatchObject({
      project: 'o',
      resume: null,
      folder: '/work/d/wandb',
    })
    expect(read({}).runId).toMatch(/^[a-z0-9]{8}$/)
  })

  test('is decided by the launch where there is one', () => {
    const ignored: string[] = []
    const environment = { WANDB_LAUNCH: 'True', WANDB_PROJECT: 'asked', WANDB_RUN_ID: 'abc', WANDB_NAME: 'Asked' }
    expect(read({ project: 'own', entity: 'me', id: 'abc', name: 'Own' }, environment, ignored)).toMatchObject({
      project: 'asked',
      entity: null,
      runId: 'abc',
      name: 'Asked',
    })
    expect(ignored).toEqual(['project', 'entity'])
  })

  test('leaves what the program prints to the agent where the launch has secrets, whatever the program wants', () => {
    const wanted = { settings: { captureConsole: true } }
    const launched = { WANDB_LAUNCH: 'True', WANDB_CONSOLE: 'off' }
    expect(read(wanted, launched).capturesConsole).toBe(false)
    expect(read(wanted, { WANDB_LAUNCH: 'True' }).capturesConsole).toBe(true)
    expect(read(wanted, { WANDB_CONSOLE: 'off' }).capturesConsole).toBe(true)
    expect(read({}, { WANDB_CONSOLE: 'off' }).capturesConsole).toBe(false)
  })

  test.each([
    [{ projet: 'x' }, 'Cannot use the option "projet" of init: there is none of that name. Did you mean "project"?'],
    [{ settings: { silnt: true } }, 'Did you mean "silent"?'],
    [{ project: 'a/b' }, 'Cannot use the project "a/b": it holds "/". Use at most 128 characters and none of'],
    [{ project: 'x'.repeat(129) }, 'it has more than 128 characters'],
    [{ project: '' }, 'Cannot start a run with project "": it must be a text.'],
    [{ project: 3 }, 'Cannot start a run with project a number: it must be a text.'],
    [{ id: 'a:b' }, 'Cannot use the run id "a:b"'],
    [{ id: ' ' }, 'Cannot use the run id " "'],
    [{ tags: 'a' }, 'Cannot start a run with tags "a": it must be a list of texts.'],
    [{ config: [1] }, 'Cannot start a run with config a list: it must be an object.'],
    [{ mode: 'onlin' }, 'Cannot start a run with mode "onlin": it must be "online", "offline" or "disabled".'],
    [{ resume: 'maybe' }, 'Cannot start a run with resume "maybe"'],
    [{ settings: { initTimeoutSeconds: -1 } }, 'settings.initTimeoutSeconds'],
  ])('is refused for %j', (options, message) => {
    expect(() => read(options)).toThrow(InvalidInputError)
    expect(() => read(options)).toThrow(message)
  })
})

describe('the overrides of a launch', () => {
  test('are read from one variable or from its pieces', () => {
    expect(readJsonVariable({ A: '{"a":NaN}' }, 'A')).toEqual({ a: Number.NaN })
    expect(readJsonVariable({ A_0: '{"a":', A_1: '1}', A_3: 'x' }, 'A')).toEqual({ a: 1 })
    expect(readJsonVariable({}, 'A')).toBeNull()
  })

  test('count in a launch only', () => {
    expect(readLaunchContext({ WANDB_CONFIG: '{"a":1}' })).toMatchObject({ isLaunched: false, config: {} })
    const environment = {
      WANDB_LAUNCH: 'True',
      WANDB_CONFIG: '{"a":1}',
      WANDB_ARTIFACTS: '{"_wandb_job":"e/p/job:v1"}',
      WANDB_LAUNCH_QUEUE_NAME: 'q',
    }
    expect(readLaunchContext(environment)).toEqual({
      isLaunched: true,
      config: { a: 1 },
      job: 'e/p/job:v1',
      internal: { launch_queue_name: 'q' },
    })
  })

  test('are refused by the name of the variable when they are no object', () => {
    expect(() => readJsonVariable({ A: 'x' }, 'A')).toThrow('Cannot read the variable A: it is not JSON')
    expect(() => readJsonVariable({ A: '[1]' }, 'A')).toThrow('Cannot read the variable A: it is not a JSON object')
  })
})
