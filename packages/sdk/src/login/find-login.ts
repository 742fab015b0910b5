import { homedir } from 'node:os'
import { join } from 'node:path'
import { NotAuthenticatedError } from '@slipway/core/errors'
import type { Environment } from '../settings/launch-context.ts'
import { findLocalLoginFile, type Login, loginFilePath, readLogin, readTextIfThere } from './login-file.ts'
import { findNetrcPassword, readNetrcMachines } from './netrc.ts'

/** A login, and where its two parts come from. */
export interface LocatedLogin extends Login {
  readonly urlSource: LoginSource
  readonly keySource: LoginSource
}

/** Where a part of a login comes from. */
export interface LoginSource {
  readonly kind: 'environment' | 'file' | 'data folder' | 'netrc'
  /** The name of the variable, or the path of the file. */
  readonly name: string
}

/** Where to look for a login. */
interface LoginPlace {
  readonly environment: Environment
  readonly workingFolder: string
}

/** The same as `locateLogin`, without where it comes from. */
export function findLogin(host: LoginPlace): Login {
  const { baseUrl, apiKey } = locateLogin(host)
  return { baseUrl, apiKey }
}

/**
 * Finds which server to use as whom: the environment first (`SLIPWAY_URL` and `SLIPWAY_API_KEY`, then the client's
 * `WANDB_BASE_URL` and `WANDB_API_KEY`), then `slipway login`, then the server that was started in this folder or in one
 * above it, then the file `.netrc` in which the Python client keeps its keys. A key is used only with the address that it
 * is for: `WANDB_API_KEY` without `WANDB_BASE_URL` is one of another service, which this server must not even see. Throws
 * NotAuthenticatedError without a login.
 */
export function locateLogin({ environment, workingFolder }: LoginPlace): LocatedLogin {
  const url = readVariable(environment, ['SLIPWAY_URL', 'WANDB_BASE_URL'])
  const baseUrl = url === null ? null : withoutSlash(url.value)
  const isOfClient = baseUrl !== null && withoutSlash(environment['WANDB_BASE_URL'] ?? '') === baseUrl
  const key = readVariable(environment, ['SLIPWAY_API_KEY', ...(isOfClient ? ['WANDB_API_KEY'] : [])])
  if (url !== null && baseUrl !== null && key !== null) {
    return { baseUrl, apiKey: key.value, urlSource: url.source, keySource: key.source }
  }
  const files = [
    { kind: 'file' as const, name: loginFilePath(environment) },
    { kind: 'data folder' as const, name: findLocalLoginFile(workingFolder) },
  ]
  for (const { kind, name } of files) {
    const kept = name === null ? null : readLogin(name)
    if (kept === null || name === null) continue
    const keptUrl = withoutSlash(kept.baseUrl)
    if (baseUrl !== null && baseUrl !== keptUrl) continue
    const source = { kind, name }
    const apiKey = key?.value ?? kept.apiKey
    return { baseUrl: keptUrl, apiKey, urlSource: url?.source ?? source, keySource: key?.source ?? source }
  }
  const found = baseUrl === null ? null : findNetrcKey(environment, baseUrl)
  if (url !== null && baseUrl !== null && found !== null) {
    return { baseUrl, apiKey: found.password, urlSource: url.source, keySource: { kind: 'netrc', name: found.file } }
  }
  throw new NotAuthenticatedError(
    baseUrl === null
      ? 'Cannot tell which server to use: there is no login. Log in with "slipway login --host URL", or start a server with "slipway start".'
      : `Cannot use the server at ${baseUrl}: there is no API key for it. Set SLIPWAY_API_KEY, or log in with "slipway login --host ${baseUrl}".`,
  )
}

/** The machines that the `.netrc` file of a person has keys for. */
export function listNetrcMachines(environment: Environment): readonly string[] {
  return netrcFiles(environment).flatMap((file) => readNetrcMachines(readTextIfThere(file) ?? ''))
}

function findNetrcKey(environment: Environment, baseUrl: string) {
  if (!URL.canParse(baseUrl)) return null
  for (const file of netrcFiles(environment)) {
    const password = findNetrcPassword(readTextIfThere(file) ?? '', new URL(baseUrl).host)
    if (password !== null) return { password, file }
  }
  return null
}

function netrcFiles(environment: Environment): readonly string[] {
  const home = environment['HOME'] ?? homedir()
  const chosen = environment['NETRC']
  return chosen === undefined ? [join(home, '.netrc'), join(home, '_netrc')] : [chosen]
}

function readVariable(environment: Environment, names: readonly string[]) {
  for (const name of names) {
    const value = environment[name]
    if (value !== undefined && value !== '') return { value, source: { kind: 'environment' as const, name } }
  }
  return null
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '')
}
