import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CommandEnd, runCommand } from '../command-line/command.ts'
import { type CompletionSite, startCompletionSite } from './completion-site.ts'

let site: CompletionSite

beforeAll(async () => {
  site = await startCompletionSite()
})
afterAll(() => site[Symbol.asyncDispose]())

interface Asked {
  readonly environment?: Readonly<Record<string, string>>
  readonly folder?: string
}

function ask(
  words: readonly string[],
  { environment = {}, folder = site.place.folder }: Asked = {},
): Promise<CommandEnd> {
  const place = { folder, environment: { ...site.place.environment, HOME: folder, ...environment } }
  return runCommand(['__complete', 'fish', ...words], place)
}

async function candidates(...words: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await ask(words)
  const [kind, ...lines] = stdout.trimEnd().split('\n')
  expect(kind).toBe('words')
  return lines.map((line) => line.split('\t')[0] ?? '')
}

async function aHome() {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-home-'))
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) }
}

describe('completion', () => {
  test('knows each command and option from the commands themselves', async () => {
    const { stdout } = await runCommand(['--help'], site.place)
    const commands = [...stdout.matchAll(/^ {2}(\w[\w-]*) .*/gm)].map((match) => match[1] ?? '')
    expect(commands.length).toBeGreaterThan(8)
    expect(await candidates('')).toEqual(commands)
    const help = (await runCommand(['launch', '--help'], site.place)).stdout
    const options = [...help.matchAll(/^ {2}(--[\w-]+)/gm)].map((match) => match[1] ?? '')
    expect(await candidates('launch', '--')).toEqual(options)
  })

  test('leaves out an option that stands there already, unless it may be repeated', async () => {
    const options = await candidates('launch', 'train', '--dry-run', '--set', 'a=1', '--')
    expect(options).not.toContain('--dry-run')
    expect(options).toContain('--set')
  })

  test('offers what stands before an assignment again', async () => {
    expect(await candidates('launch', 'train', '--set', '++trainer.mo')).toEqual(['++trainer.model='])
    expect(await candidates('launch', 'train', '--set', '+trainer.model=v')).toEqual(['+trainer.model=vit'])
    expect(await candidates('launch', 'train', '--set', '~trainer.a')).toEqual(['~trainer.amp'])
  })

  test('offers groups first where a job has many inputs', async () => {
    await using other = await startCompletionSite()
    const many = Object.fromEntries(
      Array.from({ length: 200 }, (_item, index) => [`layer_${index}`, { size: 1, act: 'x' }]),
    )
    const { createTestJob } = await import('@slipway/testkit')
    await createTestJob(other.server, {
      entityName: 'admin',
      projectName: 'vision',
      name: 'large',
      files: { 'a.sh': '' },
      entryPoint: ['sh'],
      config: { model: many, seed: 1 },
    })
    const environment = { ...other.place.environment, HOME: other.place.folder }
    const lines = async (word: string) =>
      (await runCommand(['__complete', 'fish', 'launch', 'large', '--set', word], { ...other.place, environment }))
        .stdout
    expect(await lines('')).toBe('words\nmodel.\nseed=\tint\n')
    expect(await lines('model.layer_19')).toContain('\nmodel.layer_19.size=\tint\n')
  })

  test('offers presets, and inputs of the job that a preset is for', async () => {
    const save = ['preset', 'save', 'fast', '--job', 'train', '--set', 'trainer.amp=false']
    expect((await runCommand(save, site.place)).exitCode).toBe(0)
    expect(await candidates('launch', 'train', '--preset', 'f')).toEqual(['fast'])
    expect(await candidates('preset', 'delete', '')).toEqual(['fast'])
    expect(await candidates(...save.slice(0, 5), '--set', 'trainer.mo')).toEqual(['trainer.model='])
  })

  test('offers files behind "@", items, projects and states', async () => {
    await writeFile(join(site.place.folder, 'values.yaml'), 'a: 1')
    expect(await candidates('launch', 'train', '--set', '@val')).toEqual(['@values.yaml'])
    expect((await candidates('launch', 'train', '--project', '')).toSorted()).toEqual(['model-registry', 'vision'])
    expect(await candidates('item', 'list', '--state', 'f')).toEqual(['finished', 'failed'])
    expect(await candidates('completion', '')).toEqual(['bash', 'zsh', 'fish'])
    expect((await ask(['queue', 'create', 'x', '--config', ''])).stdout).toBe('files\n')
    expect((await ask(['agent', 'start', '--state', ''])).stdout).toBe('folders\n')
  })

  test('shows another person nothing of these', async () => {
    await using home = await aHome()
    const apiKey = await site.server.addUser('mallory')
    const environment = { SLIPWAY_API_KEY: apiKey }
    for (const words of [
      ['launch', ''],
      ['launch', 'admin/vision/train:'],
      ['launch', 'admin/vision/train', '--set', ''],
      ['queue', 'show', ''],
      ['secret', 'delete', ''],
    ])
      expect((await ask(words, { environment, folder: home.folder })).stdout).toBe('words\n')
    expect((await ask(['launch', ''])).stdout).toContain('train')
  })
})

describe('what the server has answered', () => {
  test('is kept for a moment, for its owner only, without the key', async () => {
    await using home = await aHome()
    await ask(['launch', ''], home)
    const folder = join(home.folder, '.cache/slipway/completion')
    const [login = ''] = await readdir(folder)
    const [file = ''] = await readdir(join(folder, login))
    expect((await stat(join(folder, login, file))).mode & 0o777).toBe(0o600)
    expect((await stat(join(folder, login))).mode & 0o777).toBe(0o700)
    const text = `${login}${file}${await readFile(join(folder, login, file), 'utf8')}`
    expect(text).toContain('train')
    expect(text).not.toContain(site.server.apiKey)
    // Within the moment no server is asked, so one that is gone does no harm.
    const gone = { SLIPWAY_COMPLETION_TIMEOUT_MS: '1' }
    expect((await ask(['launch', 'tr'], { ...home, environment: gone })).stdout).toContain('train')
  })

  test('is not taken from a file that holds something else', async () => {
    await using home = await aHome()
    await ask(['launch', ''], home)
    const folder = join(home.folder, '.cache/slipway/completion')
    for (const name of await readdir(folder, { recursive: true }))
      if (name.endsWith('.json')) await writeFile(join(folder, name), '{"half')
    expect((await ask(['launch', 'tr'], home)).stdout).toContain('train')
  })
})

const STATIC_ANSWERS: readonly (readonly [readonly string[], string])[] = [
  [['launch', 'tr'], 'words\n'],
  [['launch', 'train', '--set', 'a'], 'words\n'],
  [['que'], 'words\nqueue\tcreate run queues, look at them and change them\n'],
]
const EXPECTED_STATIC = STATIC_ANSWERS.map(([, stdout]) => ({ exitCode: 0, stdout, stderr: '' }))

/** What is offered when nothing comes of the server. */
async function askStatic(asked: Asked): Promise<readonly CommandEnd[]> {
  const ends: CommandEnd[] = []
  for (const [words] of STATIC_ANSWERS) ends.push(await ask(words, asked))
  return ends
}

describe('completion is silent and still knows the commands', () => {
  test('without a login', async () => {
    await using home = await aHome()
    const place = { folder: home.folder, environment: { SLIPWAY_CONFIG: join(home.folder, 'none') } }
    expect(await runCommand(['__complete', 'fish', 'launch', ''], place)).toEqual({
      exitCode: 0,
      stdout: 'words\n',
      stderr: '',
    })
  })

  test('without a server, and with a key that it does not know', async () => {
    await using home = await aHome()
    for (const environment of [{ SLIPWAY_URL: 'http://127.0.0.1:9' }, { SLIPWAY_API_KEY: 'unknown' }])
      expect(await askStatic({ ...home, environment })).toEqual(EXPECTED_STATIC)
  })

  test('beside a server that is slow, or answers with something else', async () => {
    await using home = await aHome()
    const server = createServer((request, response) => {
      if (
        request.headers['user-agent'] === 'slipway-completion' &&
        request.headers.authorization?.endsWith('=') === true
      )
        response.end('<html>')
    })
    server.listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const address = server.address()
    const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
    try {
      for (const apiKey of ['k', 'ke', 'key']) {
        const environment = { SLIPWAY_URL: url, SLIPWAY_API_KEY: apiKey, SLIPWAY_COMPLETION_TIMEOUT_MS: '150' }
        expect(await askStatic({ ...home, environment })).toEqual(EXPECTED_STATIC)
      }
    } finally {
      server.closeAllConnections()
      server.close()
    }
  })

  test('for words that are no words of a command line', async () => {
    for (const words of [
      [],
      ['no-such', ''],
      ["'open"],
      ['launch', '--set'],
      ['--', ''],
      ['launch', '\\'],
      ['-', '-x', ''],
    ]) {
      const { exitCode, stderr } = await ask(words)
      expect([exitCode, stderr]).toEqual([0, ''])
    }
    const other = await runCommand(['__complete', 'tcsh', 'que'], site.place)
    expect(other).toEqual({ exitCode: 0, stdout: '', stderr: '' })
  })
})

describe('slipway completion', () => {
  test('puts a script in place once, and takes it away again', async () => {
    await using home = await aHome()
    await writeFile(join(home.folder, '.bashrc'), 'export A=1')
    const place = { folder: home.folder }
    const first = await runCommand(['completion', 'bash', '--install'], place)
    expect(first.stdout).toContain(`${home.folder}/.bashrc: lines added`)
    expect(first.stdout).toContain('slipway completion bash --uninstall')
    const text = await readFile(join(home.folder, '.bashrc'), 'utf8')
    const again = await runCommand(['completion', 'bash', '--install', '--json'], place)
    expect(JSON.parse(again.stdout).changes.map(({ change }: { change: string }) => change)).toEqual([
      'as it was',
      'as it was',
    ])
    expect(await readFile(join(home.folder, '.bashrc'), 'utf8')).toBe(text)
    await runCommand(['completion', 'bash', '--uninstall'], place)
    expect(await readFile(join(home.folder, '.bashrc'), 'utf8')).toBe('export A=1\n')
    expect(await readdir(join(home.folder, '.local/share/slipway'))).toEqual([])
    const gone = await runCommand(['completion', 'bash', '--uninstall'], place)
    expect([gone.exitCode, gone.stdout]).toEqual([0, expect.stringContaining('.bashrc: as it was')])
  })

  test.each(['bash', 'zsh', 'fish'])('prints the script of %s', async (shell) => {
    const { exitCode, stdout } = await runCommand(['completion', shell], site.place)
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('__complete')])
  })

  test('refuses what it cannot do, with the reason', async () => {
    await using home = await aHome()
    const place = { folder: home.folder }
    await mkdir(join(home.folder, 'file'))
    await writeFile(join(home.folder, 'file/slipway'), '')
    for (const [words, exitCode, message] of [
      [['completion'], 2, 'the argument <shell> is missing'],
      [['completion', 'bsh'], 2, 'Did you mean bash?'],
      [['completion', 'bash', '--install', '--uninstall'], 2, 'give --install or --uninstall'],
    ] as const) {
      const end = await runCommand(words, place)
      expect([words, end.exitCode, end.stderr]).toEqual([words, exitCode, expect.stringContaining(message)])
    }
    const environment = { XDG_DATA_HOME: join(home.folder, 'file/slipway') }
    const end = await runCommand(['completion', 'bash', '--install'], { ...place, environment })
    expect([end.exitCode, end.stderr]).toEqual([2, expect.stringContaining('Cannot put completion in place: ')])
  })
})
