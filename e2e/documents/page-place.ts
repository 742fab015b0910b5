import { cp, mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { delimiter, dirname, join, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openShell, type Shell } from './shell.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Where the commands of one page run: a home, a working folder in it, and a session. */
export interface PagePlace extends AsyncDisposable {
  readonly shell: Shell
  /** Writes a file of the page into the working folder. */
  write(path: string, text: string): Promise<void>
  /** Copies a folder of `examples/` into the working folder. */
  copyExample(name: string): Promise<void>
  /** Starts a server with a local agent, which every command in the working folder finds. */
  startServer(): Promise<{ readonly address: string; readonly apiKey: string }>
  /** Output with the names that pages give to this home and this machine. */
  rename(output: string): string
}

/**
 * Makes the place of a page, with the interpreter of the stock client first on the PATH as `python`. `variables` are set
 * for its commands and for what the agent starts.
 */
export async function makePagePlace(
  python: string,
  variables: Readonly<Record<string, string>> = {},
): Promise<PagePlace> {
  await using cleanUp = new AsyncDisposableStack()
  const root = await realpath(await mkdtemp(join(tmpdir(), 'slipway-page-')))
  cleanUp.defer(() => rm(root, { recursive: true, force: true, maxRetries: 5 }))
  const home = join(root, 'ada')
  const folder = join(home, 'project')
  const logs = join(root, 'logs')
  for (const made of [folder, logs]) await mkdir(made, { recursive: true })
  // What "npm install" would have put there.
  await symlink(join(ROOT, 'node_modules'), join(home, 'node_modules'))
  const environment = {
    PATH: [dirname(python), join(ROOT, 'node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter),
    HOME: home,
    LANG: 'C.UTF-8',
    // A page says 8080; here several run at once.
    SLIPWAY_PORT: '0',
    WANDB_ERROR_REPORTING: 'false',
    ...variables,
  }
  const shell = cleanUp.use(openShell(folder, environment, logs))
  const server = cleanUp.use(openShell(home, environment, root))
  const owned = cleanUp.move()

  return {
    shell,
    async write(path, text) {
      const file = resolve(folder, path)
      if (!file.startsWith(folder + sep)) throw new Error(`"${path}" is not in the working folder`)
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, text)
    },
    copyExample: (name) => cp(join(ROOT, 'examples', name), folder, { recursive: true }),
    async startServer() {
      await server.startInBackground('slipway start', (output) => output.includes('Ctrl-C stops it'))
      const login = JSON.parse(await readFile(join(home, '.slipway/client.json'), 'utf8')) as {
        readonly baseUrl: string
        readonly apiKey: string
      }
      return { address: new URL(login.baseUrl).host, apiKey: login.apiKey }
    },
    rename: (output) =>
      output.replaceAll(home, '/home/ada').replaceAll(new RegExp(`\\b${hostname()}\\b`, 'g'), 'workstation'),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  }
}
