import { expect, test } from 'vitest'
import { captureEnvironment } from './capture-environment.ts'

const login = { baseUrl: 'http://127.0.0.1:8080', apiKey: 'k' }

test('the client is told to capture the code as it is', () => {
  expect(captureEnvironment({ PATH: '/bin' }, login, {})).toEqual({
    PATH: '/bin',
    WANDB_DISABLE_JOB_CREATION: 'false',
    WANDB_SAVE_CODE: 'true',
    WANDB_CODE_DIR: '.',
    WANDB_JOB_SOURCE: 'artifact',
    WANDB_BASE_URL: 'http://127.0.0.1:8080',
    WANDB_API_KEY: 'k',
  })
})

test('what the person set about the source stays, and options come before the environment', () => {
  const own = { WANDB_CODE_DIR: 'src', WANDB_JOB_SOURCE: 'repo', WANDB_PROJECT: 'old', WANDB_ENTITY: 'team' }
  expect(captureEnvironment(own, login, { project: 'new', jobName: 'train' })).toMatchObject({
    WANDB_CODE_DIR: 'src',
    WANDB_JOB_SOURCE: 'repo',
    WANDB_PROJECT: 'new',
    WANDB_ENTITY: 'team',
    WANDB_JOB_NAME: 'train',
  })
})
