import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import { startTestServer, type TestServer } from '@slipway/testkit'
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from 'vitest'
import { makeProgramFolder, type ProgramFolder } from './program.ts'
import { mustRead, readRun } from './read-run.ts'

const SLIPWAY = fileURLToPath(new URL('../../packages/cli/src/main.ts', import.meta.url))

let server: TestServer
let folder: ProgramFolder
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  folder = await makeProgramFolder(server)
})
afterEach(() => folder[Symbol.asyncDispose]())

/** Runs `slipway sync` in the folder of the programs. */
async function sync(arguments_: readonly string[] = [], url = server.url) {
  const child = spawn(process.execPath, [SLIPWAY, 'sync', '--json', ...arguments_], {
    cwd: folder.path,
    env: { PATH: process.env.PATH, HOME: folder.path, SLIPWAY_URL: url, SLIPWAY_API_KEY: server.apiKey },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk))
  const [code] = await once(child, 'close')
  return { code: code as number, document: JSON.parse(stdout) }
}

/** A door to the server that can be shut. Files go past it, as their addresses are the server's own. */
async function openDoor(): Promise<{ readonly url: string; setOpen(isOpen: boolean): void } & AsyncDisposable> {
  const target = new URL(server.url)
  let isOpen = true
  const sockets = new Set<Socket>()
  const door: Server = createServer()
  door.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined)
    if (!isOpen) socket.destroy()
    else {
      const behind = connect(Number(target.port), target.hostname)
      behind.on('error', () => socket.destroy())
      socket.pipe(behind).pipe(socket)
    }
  })
  door.listen(0, '127.0.0.1')
  await once(door, 'listening')
  const { port } = door.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    setOpen(next) {
      isOpen = next
      if (!isOpen) for (const socket of sockets) socket.destroy()
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      door.close()
      await once(door, 'close')
    },
  }
}

const steps = (history: readonly string[]): readonly number[] => history.map((line) => JSON.parse(line)._step)
const counted = (count: number): readonly number[] => Array.from({ length: count }, (_, step) => step)

describe('nothing is lost', () => {
  test('of 100,000 steps that are logged without a pause, when the program ends normally', async () => {
    const { code } = await folder.start(`import { init, log } from '@slipway/sdk'
      await init({ project: 'p', id: 'many' })
      for (let step = 0; step < 100_000; step += 1) log({ loss: 1 / (step + 1), accuracy: step / 100_000 })`).end
    expect(code).toBe(0)
    const found = await mustRead(server, 'p', 'many')
    expect(found).toMatchObject({ state: 'finished', historyLineCount: 100_000 })
    expect(steps(found.history)).toEqual(counted(100_000))
    expect(JSON.parse(found.history[99_999] ?? '')).toMatchObject({ loss: 1 / 100_000, accuracy: 0.99999 })
  })

  test('of more than the shared memory holds at once, nor of values longer than it', async () => {
    await folder.start(`import { init, log } from '@slipway/sdk'
      await init({ project: 'p', id: 'long' })
      log({ text: 'ä'.repeat(5_000_000) })
      for (let step = 0; step < 200; step += 1) log({ text: 'x€'.repeat(20_000) })`).end
    const { history, state } = await mustRead(server, 'p', 'long')
    expect(state).toBe('finished')
    expect(history).toHaveLength(201)
    expect(JSON.parse(history[0] ?? '').text).toBe('ä'.repeat(5_000_000))
    expect(JSON.parse(history[200] ?? '').text).toBe('x€'.repeat(20_000))
  })

  test('before the last second when the process is killed, and sync sends what the server lacks', async () => {
    await using door = await openDoor()
    const program = folder.start(
      `import { init, log } from '@slipway/sdk'
      await init({ project: 'p', id: 'killed' })
      console.log('started')
      const pause = new Int32Array(new SharedArrayBuffer(4))
      for (let step = 0; ; step += 1) {
        log({ loss: step, at: Date.now() })
        // Never yields, as a training loop may.
        Atomics.wait(pause, 0, 0, 2)
        if (step === 600) process.stdout.write('enough\\n')
      }`,
      { WANDB_BASE_URL: door.url },
    )
    await program.untilWritten('started')
    door.setOpen(false)
    await new Promise<void>((resolve) => {
      const timer = setInterval(async () => {
        const [run] = await folder.listRuns()
        if (run === undefined || (await countLines(run)) < 600) return
        clearInterval(timer)
        resolve()
      }, 50)
    })
    program.child.kill('SIGKILL')
    const killedAt = Date.now()
    await program.end
    const [outcome] = (await sync()).document
    expect(outcome).toMatchObject({ run: 'admin/p/killed', isChanged: true, exitCode: 1 })
    const found = await mustRead(server, 'p', 'killed')
    expect(found).toMatchObject({ state: 'failed', exitcode: 1 })
    expect(steps(found.history)).toEqual(counted(found.history.length))
    const last = JSON.parse(found.history.at(-1) ?? '')
    // A tenth of a second where the machine has time; a crowded one may be ten times slower.
    expect(killedAt - last.at).toBeLessThan(5000)
    expect(JSON.parse(found.summaryMetrics)).toMatchObject({ loss: last.loss })
  })
})

async function countLines(run: string): Promise<number> {
  const text = await readFile(`${run}/records.slipway`, 'utf8').catch(() => '')
  return text.split('\nH').length - 1
}

describe('a server that is away', () => {
  test('gets everything when it is back', async () => {
    await using door = await openDoor()
    const program = folder.start(
      `import { init, log, finish } from '@slipway/sdk'
      await init({ project: 'p', id: 'away' })
      log({ loss: 1 })
      console.log('started')
      process.on('SIGUSR2', async () => { clearInterval(timer); log({ loss: 3 }); await finish() })
      const timer = setInterval(() => log({ loss: 2 }), 10)`,
      { WANDB_BASE_URL: door.url },
    )
    await program.untilWritten('started')
    door.setOpen(false)
    await program.untilWritten('The server does not answer')
    program.child.kill('SIGUSR2')
    door.setOpen(true)
    const ended = await program.end
    expect(ended).toMatchObject({ code: 0, stderr: expect.stringContaining('The server answers again.') })
    const found = await mustRead(server, 'p', 'away')
    expect(found).toMatchObject({ state: 'finished' })
    expect(steps(found.history)).toEqual(counted(found.history.length))
    expect(JSON.parse(found.history.at(-1) ?? '')).toMatchObject({ loss: 3 })
  })

  test('does not keep a program from starting and ending, and sync sends the run once', async () => {
    const ended = await folder.start(
      `import { init, log } from '@slipway/sdk'
      const run = await init({ project: 'p', id: 'late', config: { a: 1 }, settings: { initTimeoutSeconds: 0.5, finishTimeoutSeconds: 0.5 } })
      console.log(run.path)
      for (let step = 0; step < 10; step += 1) log({ step })`,
      { WANDB_BASE_URL: 'http://127.0.0.1:9' },
    ).end
    expect(ended).toMatchObject({ code: 0, stdout: 'p/late\n' })
    expect(ended.stderr).toMatch(/The server does not answer; the run goes on and is kept in .*run-\d{8}_\d{6}-late/)
    expect(ended.stderr).toMatch(/Send it with: slipway sync .*-late/)
    expect(await readRun(server, 'p', 'late')).toBeNull()
    expect((await sync()).document).toMatchObject([{ run: 'admin/p/late', isChanged: true, historyLines: 10 }])
    const first = await mustRead(server, 'p', 'late')
    expect(first).toMatchObject({ state: 'finished', historyLineCount: 10, config: { a: { value: 1 } } })
    expect((await sync()).document).toEqual([])
    expect((await sync([...(await folder.listRuns())])).document).toMatchObject([{ isChanged: false }])
    expect(await mustRead(server, 'p', 'late')).toMatchObject({ history: first.history, output: first.output })
  })

  test('or one that refuses the run later costs nothing that is logged: it stays in the folder', async () => {
    const program = folder.start(`import { init, log, finish } from '@slipway/sdk'
      await init({ project: 'p', id: 'deleted' })
      console.log('started')
      let step = 0
      const timer = setInterval(() => log({ step: step++ }), 5)
      process.on('SIGUSR2', async () => { clearInterval(timer); log({ last: true }); await finish() })`)
    await program.untilWritten('started')
    await server.request('mutation($id: ID!) { deleteRun(input: {id: $id}) { clientMutationId } }', {
      id: Buffer.from('Run:v1:deleted:p:admin').toString('base64'),
    })
    await program.untilWritten('The run was not sent to its end: Cannot')
    program.child.kill('SIGUSR2')
    expect(await program.end).toMatchObject({ code: 0 })
    const [run = ''] = await folder.listRuns()
    expect(await readFile(`${run}/records.slipway`, 'utf8')).toMatch(/\nH\{"last":true,[^]*\nE\{"exitCode":0\}\n$/)
  })

  test('loses metrics only beyond the bound, and says how many', async () => {
    const ended = await folder.start(
      `import { init, log } from '@slipway/sdk'
      await init({ project: 'p', id: 'bound', settings: { initTimeoutSeconds: 0, finishTimeoutSeconds: 0, maxBufferBytes: 100_000 } })
      for (let step = 0; step < 10_000; step += 1) log({ step })`,
      { WANDB_BASE_URL: 'http://127.0.0.1:9' },
    ).end
    expect(ended.stderr).toContain('of the run wait for the server, which is all that may wait')
    const lost = Number(/(\d+) lines were not kept/.exec(ended.stderr)?.[1])
    const [outcome] = (await sync()).document
    expect(lost).toBeGreaterThan(0)
    expect(outcome.historyLines + lost).toBe(10_000)
    expect((await mustRead(server, 'p', 'bound')).state).toBe('finished')
  })

  test('makes sync fail with the reason, and nothing is lost by that', async () => {
    await folder.start(
      `import { init, log } from '@slipway/sdk'; await init({ project: 'p', id: 'off', mode: 'offline' }); log({ a: 1 })`,
    ).end
    expect(await sync([], 'http://127.0.0.1:9')).toMatchObject({ code: 5 })
    expect((await sync()).document).toMatchObject([{ run: 'admin/p/off', isChanged: true }])
  })
})

describe('slipway sync', () => {
  test('sends an offline run with its files and its code', async () => {
    const ended = await folder.start(
      `import { init, log } from '@slipway/sdk'
      await init({ project: 'p', id: 'offline', config: { lr: 0.1 } })
      log({ loss: 1 }); console.log('hello')`,
      { WANDB_MODE: 'offline', WANDB_DISABLE_JOB_CREATION: 'false', WANDB_JOB_NAME: 'offline-job', WANDB_API_KEY: '' },
    ).end
    expect(ended.stderr).toMatch(/The run was written to .*offline-run-.*-offline\. Send it with: slipway sync/)
    expect((await sync()).code).toBe(0)
    expect(await mustRead(server, 'p', 'offline')).toMatchObject({
      state: 'finished',
      output: [{ line: 'hello' }],
      jobVersion: { path: 'admin/p/offline-job:v0' },
    })
  })

  test('goes on where an earlier one was cut off, without starting the run over', async () => {
    const source = `import { init, log } from '@slipway/sdk'
      await init({ project: 'p', id: 'parts', mode: 'offline' })
      for (let step = 0; step < 30_000; step += 1) log({ step, text: 'x'.repeat(100) })`
    await folder.start(source).end
    const child = spawn(process.execPath, [SLIPWAY, 'sync'], {
      cwd: folder.path,
      env: { PATH: process.env.PATH, HOME: folder.path, SLIPWAY_URL: server.url, SLIPWAY_API_KEY: server.apiKey },
      stdio: 'ignore',
    })
    const [run = ''] = await folder.listRuns()
    while (!existsSync(`${run}/sent.json`)) await new Promise((resolve) => setTimeout(resolve, 2))
    child.kill('SIGKILL')
    await once(child, 'close')
    expect((await sync()).code).toBe(0)
    const found = await mustRead(server, 'p', 'parts')
    expect(found.state).toBe('finished')
    expect(steps(found.history)).toEqual(counted(30_000))
  })

  test('leaves a run alone that a program still writes', async () => {
    const program = folder.start(
      `import { init } from '@slipway/sdk'; await init({ project: 'p', id: 'live' }); console.log('started'); setInterval(() => {}, 1000)`,
    )
    await program.untilWritten('started')
    const { code, document } = await sync()
    expect(code).toBe(6)
    expect(document).toMatchObject([
      { error: { code: 'conflict', message: expect.stringContaining('still writes it') } },
    ])
  })

  test('names a folder without a run', async () => {
    expect(await sync(['nowhere'])).toMatchObject({
      code: 3,
      document: [{ error: { message: expect.stringContaining('there is no run of the TypeScript SDK in it') } }],
    })
  })
})
