import { homedir } from 'node:os'
import { join } from 'node:path'
import { NotAuthenticatedError } from '@slipway/core/errors'
import type { Environment } from '../settings/launch-context.ts'
import { findLocalLoginFile, type Login, loginFilePath, readLogin, readTextIfThere } from './login-file.ts'
import { findNetrcPassword } from './netrc.ts'

/**
 * Finds which server to use as whom: the environment first (`SLIPWAY_URL` and `SLIPWAY_API_KEY`, then the client's
 * `WANDB_BASE_URL` and `WANDB_API_KEY`), then `slipway login`, then the server that was started in this folder or in one
 * above it, then the file `.netrc` in which the Python client keeps its keys. A key is used only with the address that it
 * is for: `WANDB_API_KEY` without `WANDB_BASE_URL` is one of another service, which this server must not even see. Throws
 * NotAuthenticatedError without a login.
 */
export function findLogin(host: { readonly environment: Environment; readonly workingFolder: string }): Login {
  const { environment } = host
  const baseUrl = textOf(environment['SLIPWAY_URL'] ?? environment['WANDB_BASE_URL'])
  const isOfClient = baseUrl !== null && environment['WANDB_BASE_URL'] === baseUrl
  const apiKey = textOf(environment['SLIPWAY_API_KEY'] ?? (isOfClient ? environment['WANDB_API_KEY'] : undefined))
  if (baseUrl !== null && apiKey !== null) return { baseUrl: withoutSlash(baseUrl), apiKey }
  for (const file of [loginFilePath(environment), findLocalLoginFile(host.workingFolder)]) {
    const kept = file === null ? null : readLogin(file)
    if (kept === null) continue
    if (baseUrl === null || withoutSlash(baseUrl) === withoutSlash(kept.baseUrl))
      return { baseUrl: withoutSlash(kept.baseUrl), apiKey: apiKey ?? kept.apiKey }
  }
  const password = baseUrl === null ? null : findNetrcKey(environment, baseUrl)
  if (baseUrl !== null && password !== null) return { baseUrl: withoutSlash(baseUrl), apiKey: password }
  throw new NotAuthenticatedError(
    baseUrl === null
      ? 'Cannot tell which server to use: there is no login. Log in with "slipway login --host URL", or start a server with "slipway start".'
      : `Cannot use the server at ${baseUrl}: there is no API key for it. Set SLIPWAY_API_KEY, or log in with "slipway login --host ${baseUrl}".`,
  )
}

function findNetrcKey(environment: Environment, baseUrl: string): string | null {
  if (!URL.canParse(baseUrl)) return null
  const home = environment['HOME'] ?? homedir()
  const chosen = environment['NETRC']
  for (const file of chosen === undefined ? [join(home, '.netrc'), join(home, '_netrc')] : [chosen]) {
    const password = findNetrcPassword(readTextIfThere(file) ?? '', new URL(baseUrl).host)
    if (password !== null) return password
  }
  return null
}

function textOf(value: string | undefined): string | null {
  return value === undefined || value === '' ? null : value
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '')
}
