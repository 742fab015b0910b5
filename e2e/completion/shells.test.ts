import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { runCommand } from '../command-line/command.ts'
import { type CompletionSite, startCompletionSite } from './completion-site.ts'
import { hasShell, type InteractiveShell, startShell } from './interactive-shell.ts'

vi.setConfig({ testTimeout: 180_000 })

const run = promisify(execFile)
let site: CompletionSite

beforeAll(async () => {
  site = await startCompletionSite()
})
afterAll(() => site[Symbol.asyncDispose]())

async function install(shell: string): Promise<void> {
  const { exitCode, stdout } = await runCommand(['completion', shell, '--install'], site.place)
  expect([exitCode, stdout]).toEqual([0, expect.stringContaining(': written')])
}

describe.each(['bash', 'zsh'] as const)('%s', (name) => {
  const isThere = hasShell(name)
  let shell: InteractiveShell

  beforeAll(async () => {
    if (!isThere) return
    await install(name)
    shell = await startShell(name, site.place)
  })
  afterAll(async () => {
    if (isThere) await shell[Symbol.asyncDispose]()
  })

  test.skipIf(!isThere).each([
    ['slipway que', 'slipway queue '],
    ['slipway launch --dry', 'slipway launch --dry-run '],
    ['slipway launch tr', 'slipway launch train '],
    ['slipway launch vis', 'slipway launch vision/'],
    ['slipway launch vision/tr', 'slipway launch vision/train '],
    ['slipway launch train:la', 'slipway launch train:latest '],
    ['slipway launch train:v', 'slipway launch train:v0 '],
    ['slipway launch admin/vision/train:v', 'slipway launch admin/vision/train:v0 '],
    ['slipway launch train --set trainer.mo', 'slipway launch train --set trainer.model='],
    ['slipway launch train --set trainer.model=v', 'slipway launch train --set trainer.model=vit '],
    ['slipway launch train --set trainer.amp=f', 'slipway launch train --set trainer.amp=false '],
    ['slipway launch train:v0 --set key=', 'slipway launch train:v0 --set key=secret://hf-token '],
    ['slipway launch train --set conf/a.yaml:ba', 'slipway launch train --set conf/a.yaml:batch_size='],
    ['slipway launch train --queue=g', 'slipway launch train --queue=gpu '],
    ['slipway launch train --queue gpu --template cp', 'slipway launch train --queue gpu --template cpu='],
    ['slipway launch train --queue gpu --template tag=a', 'slipway launch train --queue gpu --template tag=a '],
    ['slipway secret delete hf', 'slipway secret delete hf-token '],
    ['slipway no-such-command x', 'slipway no-such-command x'],
  ])('completes %j', async (typed, line) => {
    expect(await shell.complete(typed)).toBe(line)
  })

  test.skipIf(!isThere)('completes inside a quote that is open', async () => {
    expect(await shell.complete("slipway launch train --set 'trainer.mo")).toMatch(/--set 'trainer\.model='?$/)
    expect(await shell.complete('slipway launch "tr')).toMatch(/launch "train"? ?$/)
  })

  test.skipIf(!isThere)(
    'completes a key with a dot, which is written with a backslash, so that the shell keeps it',
    async () => {
      const line = await shell.complete('slipway launch train --set odd')
      const { stdout } = await run(name, ['-c', `printf '%s' ${line.slice('slipway launch train --set '.length)}`])
      expect(stdout).toBe(String.raw`odd\.key=`)
    },
  )

  test.skipIf(!isThere)('completes the names of files where a file is wanted', async () => {
    expect(await shell.complete(`slipway launch train --config .${name}r`)).toBe(
      `slipway launch train --config .${name}rc `,
    )
  })

  test.skipIf(!isThere)('shows what there is to choose from', async () => {
    expect(await shell.list('slipway launch train --set trainer.model=', ['resnet', 'vit'])).not.toContain('seed')
    expect(await shell.list('slipway queue ', ['create', 'list', 'show'])).not.toContain('launch')
    expect(await shell.list('slipway launch train --queue ', ['gpu', 'other'])).not.toContain('vision')
  })
})

async function askFish(typed: string): Promise<readonly string[]> {
  const { stdout } = await run('fish', ['-c', 'complete -C $argv[1]', typed], {
    cwd: site.place.folder,
    env: { ...site.place.environment },
  })
  return stdout.split('\n').filter((line) => line !== '')
}

describe('fish', () => {
  const isThere = hasShell('fish')
  beforeAll(async () => {
    if (isThere) await install('fish')
  })

  test.skipIf(!isThere).each([
    ['slipway que', ['queue\tcreate run queues, look at them and change them']],
    ['slipway launch train:', ['train:latest\tnow v0', expect.stringMatching(/^train:v0\tcaptured \d{4}-/)]],
    ['slipway launch train --set trainer.mo', ['trainer.model=\tstr: which network']],
    ['slipway launch train --set trainer.model=', ['trainer.model=resnet\tdefault', 'trainer.model=vit']],
    ['slipway launch train --set conf/a.yaml:', ['conf/a.yaml:batch_size=\tfloat', 'conf/a.yaml:name=\tstr']],
    ['slipway launch train --queue ', ['gpu\tkubernetes', 'other\tkubernetes']],
    ['slipway launch train --config .config/fi', ['.config/fish/']],
  ])('completes %j', async (typed, candidates) => {
    expect(await askFish(typed)).toEqual(candidates)
  })
})
