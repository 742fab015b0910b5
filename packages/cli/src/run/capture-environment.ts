import type { Login } from '../login/login-file.ts'

/**
 * The environment in which the wandb client captures a job: it makes none unless it is told to, logs the code of a script
 * only with the other two variables, and would remember a git remote instead of the code as it is (wandb client settings).
 * What the person has set stays.
 */
export function captureEnvironment(
  own: Readonly<Record<string, string | undefined>>,
  login: Login,
  options: {
    readonly project?: string
    readonly entity?: string
    readonly name?: string
    readonly jobName?: string
  },
): Record<string, string> {
  const chosen = {
    WANDB_PROJECT: options.project,
    WANDB_ENTITY: options.entity,
    WANDB_NAME: options.name,
    WANDB_JOB_NAME: options.jobName,
  }
  const defaults = { WANDB_CODE_DIR: '.', WANDB_JOB_SOURCE: 'artifact' }
  const forced = {
    WANDB_DISABLE_JOB_CREATION: 'false',
    WANDB_SAVE_CODE: 'true',
    WANDB_BASE_URL: login.baseUrl,
    WANDB_API_KEY: login.apiKey,
  }
  return withoutAbsent({ ...defaults, ...withoutAbsent(own), ...withoutAbsent(chosen), ...forced })
}

function withoutAbsent(variables: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variables).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
