import type { Terminal } from '../terminal.ts'
import { findLocalLoginFile, type Login, loginFilePath, readLogin } from './login-file.ts'

/**
 * Finds which server to use as whom: the environment first (`SLIPWAY_URL` and `SLIPWAY_API_KEY`, then the client's
 * `WANDB_BASE_URL` and `WANDB_API_KEY`), then `slipway login`, then the server that was started in this folder or in one
 * above it. A key is used only with the address that it is for: `WANDB_API_KEY` without `WANDB_BASE_URL` is one of
 * another service, which this server must not even see. Throws NotAuthenticatedError without a login.
 */
export async function findLogin(terminal: Pick<Terminal, 'environment' | 'workingFolder'>): Promise<Login> {
  const { environment } = terminal
  const baseUrl = environment['SLIPWAY_URL'] ?? environment['WANDB_BASE_URL'] ?? null
  const clientKey = environment['WANDB_BASE_URL'] === baseUrl ? environment['WANDB_API_KEY'] : undefined
  const apiKey = environment['SLIPWAY_API_KEY'] ?? (baseUrl === null ? undefined : clientKey) ?? null
  if (baseUrl !== null && apiKey !== null) return { baseUrl: withoutSlash(baseUrl), apiKey }
  for (const file of [loginFilePath(terminal), await findLocalLoginFile(terminal.workingFolder)]) {
    const kept = file === null ? null : await readLogin(file)
    if (kept === null) continue
    if (baseUrl === null || withoutSlash(baseUrl) === withoutSlash(kept.baseUrl)) {
      return { baseUrl: withoutSlash(kept.baseUrl), apiKey: apiKey ?? kept.apiKey }
    }
  }
  // Loaded only now: completion looks for a login too, and has no time for the whole input model.
  const { NotAuthenticatedError } = await import('@slipway/core')
  throw new NotAuthenticatedError(
    baseUrl === null
      ? 'Cannot tell which server to use: there is no login. Log in with "slipway login --host URL", or start a server with "slipway start".'
      : `Cannot use the server at ${baseUrl}: there is no API key for it. Set SLIPWAY_API_KEY, or log in with "slipway login --host ${baseUrl}".`,
  )
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '')
}
