import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { listNetrcMachines } from '@slipway/sdk/login'
import type { LocatedLogin } from '../login/find-login.ts'
import type { Terminal } from '../terminal.ts'
import { type Check, ok, warn } from './check.ts'
import { runTool } from './run-tool.ts'

const ASK_VERSION = 'import importlib.metadata as m; print(m.version("wandb"))'

/** What the checks of the client compare with. */
export interface ClientExpectations {
  readonly login: LocatedLogin | null
  readonly versions: { readonly oldest: string; readonly newest: string } | null
}

/** Looks at the Python client: whether it is there, which release it is, and where it would send to by itself. */
export async function checkClient(terminal: Terminal, expected: ClientExpectations): Promise<readonly Check[]> {
  return [await checkPackage(terminal, expected.versions), ...(await checkTarget(terminal, expected.login))]
}

async function checkPackage(terminal: Terminal, versions: ClientExpectations['versions']): Promise<Check> {
  let isPythonThere = false
  for (const python of ['python', 'python3']) {
    if ((await runTool(terminal, python, ['--version'])) === null) continue
    isPythonThere = true
    const version = await runTool(terminal, python, ['-c', ASK_VERSION])
    if (version === null) continue
    if (versions !== null && !isBetween(version, versions.oldest, versions.newest)) {
      return warn(
        'client',
        `wandb ${version} of ${python} is not a release that the server is made for`,
        `Install one from ${versions.oldest} to ${versions.newest}: ${python} -m pip install -U wandb`,
      )
    }
    return ok('client', `wandb ${version} of ${python}`)
  }
  return isPythonThere
    ? warn('client', 'Python has no package wandb', 'For Python programs: python -m pip install wandb')
    : warn('client', 'there is no Python on the PATH', 'For Python programs install it, or activate your environment.')
}

async function checkTarget(terminal: Terminal, login: LocatedLogin | null): Promise<readonly Check[]> {
  const { environment } = terminal
  const url = given(environment['WANDB_BASE_URL'])
  const fromSettings = url === null ? await readSettingsUrl(terminal) : null
  const target = withoutPassword((url ?? fromSettings ?? '').replace(/\/+$/, '')) || null
  const entries = listNetrcMachines(environment)
  const host = target !== null && URL.canParse(target) ? new URL(target).host : null
  const others = entries.filter((machine) => machine !== host)
  const checks: Check[] = [checkAddress(target, url === null ? 'its settings' : 'WANDB_BASE_URL', login, others)]
  if (target !== null && login !== null && target === login.baseUrl) {
    const key = given(environment['WANDB_API_KEY'])
    if (key === null && (host === null || !entries.includes(host))) {
      checks.push(
        warn(
          'client key',
          'a program started by itself has no key for the server',
          'Run "wandb login --relogin", or set WANDB_API_KEY.',
        ),
      )
    } else if (key !== null && key !== login.apiKey) {
      checks.push(
        warn(
          'client key',
          'WANDB_API_KEY is another key than the one of your login',
          'Unset it, unless that is meant so.',
        ),
      )
    } else {
      checks.push(
        ok('client key', key === null ? `in the netrc file for ${host ?? ''}` : 'WANDB_API_KEY, the one of your login'),
      )
    }
  }
  const mode = given(environment['WANDB_MODE'])
  if (mode !== null && mode !== 'online') {
    checks.push(
      warn('client mode', `WANDB_MODE is "${mode}": programs send nothing`, 'Unset it to log and capture runs.'),
    )
  }
  return checks
}

function checkAddress(
  target: string | null,
  source: string,
  login: LocatedLogin | null,
  otherHosts: readonly string[],
): Check {
  const kept = otherHosts.length === 0 ? '' : ` (the netrc file has keys for ${otherHosts.slice(0, 5).join(', ')})`
  if (target === null) {
    return warn(
      'client server',
      `WANDB_BASE_URL is not set: a program started by itself sends to the public service${kept}`,
      `${login === null ? 'Set it to your server' : `export WANDB_BASE_URL=${login.baseUrl}`}; "slipway run" and agents set it for their programs.`,
    )
  }
  if (login !== null && target !== login.baseUrl) {
    return warn(
      'client server',
      `${source} names ${target}, but your login is for ${login.baseUrl}${kept}`,
      `export WANDB_BASE_URL=${login.baseUrl}, unless two servers are meant.`,
    )
  }
  return ok('client server', `${source} names ${target}`)
}

// What `wandb login --host` leaves behind (wandb client settings).
async function readSettingsUrl({ environment }: Terminal): Promise<string | null> {
  const home = environment['HOME'] ?? homedir()
  const folder = given(environment['WANDB_CONFIG_DIR']) ?? join(home, '.config', 'wandb')
  const text = await readFile(join(folder, 'settings'), 'utf8').catch(() => '')
  return /^base_url\s*=\s*(\S+)/m.exec(text)?.[1] ?? null
}

function given(value: string | undefined): string | null {
  return value === undefined || value === '' ? null : value
}

function withoutPassword(url: string): string {
  return url.replace(/(\w+:\/\/)[^/@]*@/, '$1')
}

function isBetween(version: string, oldest: string, newest: string): boolean {
  return compare(version, oldest) >= 0 && compare(version, newest) <= 0
}

function compare(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => (text.match(/\d+/g) ?? []).map(Number))
  for (let at = 0; at < 3; at += 1) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
