import { startTestServer, type TestServer } from '@slipway/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeProgramFolder, type ProgramFolder } from './program.ts'
import { mustRead } from './read-run.ts'

let server: TestServer
let folder: ProgramFolder
beforeAll(async () => {
  server = await startTestServer()
  folder = await makeProgramFolder(server)
})
afterAll(async () => {
  await folder[Symbol.asyncDispose]()
  await server.stop()
})

const start = (id: string, source: string) =>
  folder.start(`import { init, log, finish } from '@slipway/sdk'
    const run = await init({ project: 'p', id: '${id}' })
    for (let step = 0; step < 1000; step += 1) log({ step })
    ${source}`)

describe('a run ends', () => {
  test('as finished when the program comes to its end without finish()', async () => {
    expect(await start('idle', '').end).toMatchObject({ code: 0 })
    expect(await mustRead(server, 'p', 'idle')).toMatchObject({
      state: 'finished',
      exitcode: 0,
      historyLineCount: 1000,
    })
  })

  test('with the exit code of process.exit(), at once and with all that was logged', async () => {
    expect(await start('exit', 'process.exit(3)').end).toMatchObject({ code: 3 })
    expect(await mustRead(server, 'p', 'exit')).toMatchObject({ state: 'failed', exitcode: 3, historyLineCount: 1000 })
    expect(await start('exit-0', 'process.exit(0)').end).toMatchObject({ code: 0 })
    expect(await mustRead(server, 'p', 'exit-0')).toMatchObject({ state: 'finished', historyLineCount: 1000 })
  })

  test('with the exit code that the program has set', async () => {
    expect(await start('code', 'process.exitCode = 4').end).toMatchObject({ code: 4 })
    expect(await mustRead(server, 'p', 'code')).toMatchObject({ state: 'failed', exitcode: 4 })
  })

  test('as failed, with the error in its output, when nobody catches one', async () => {
    const ended = await start('uncaught', `setTimeout(() => { throw new Error('it broke') }, 1)`).end
    expect(ended).toMatchObject({ code: 1, stderr: expect.stringContaining('it broke') })
    const found = await mustRead(server, 'p', 'uncaught')
    expect(found).toMatchObject({ state: 'failed', exitcode: 1, historyLineCount: 1000 })
    expect(found.output.some(({ level, line }) => level === 'error' && line.includes('it broke'))).toBe(true)
  })

  test('as failed when nobody handles a rejection', async () => {
    expect(await start('rejected', `void Promise.reject(new Error('not kept'))`).end).toMatchObject({ code: 1 })
    const found = await mustRead(server, 'p', 'rejected')
    expect(found).toMatchObject({ state: 'failed', exitcode: 1 })
    expect(found.output.some(({ line }) => line.includes('not kept'))).toBe(true)
  })

  test.each([
    ['SIGINT', 255],
    ['SIGTERM', 1],
  ] as const)('as failed by %s, which still ends the process', async (signal, exitcode) => {
    const id = signal.toLowerCase()
    const program = start(id, `console.log('ready'); setInterval(() => {}, 1000)`)
    await program.untilWritten('ready')
    program.child.kill(signal)
    expect(await program.end).toMatchObject({ code: null, signal })
    expect(await mustRead(server, 'p', id)).toMatchObject({ state: 'failed', exitcode, historyLineCount: 1000 })
  })

  test('as the program wants when it listens for the signal itself', async () => {
    const program = start(
      'own',
      `process.on('SIGTERM', () => { log({ saved: 1 }); process.exit(0) }); console.log('ready'); setInterval(() => {}, 1000)`,
    )
    await program.untilWritten('ready')
    program.child.kill('SIGTERM')
    expect(await program.end).toMatchObject({ code: 0 })
    expect(await mustRead(server, 'p', 'own')).toMatchObject({ state: 'finished', historyLineCount: 1001 })
  })

  test('as killed when the server asks the program to stop, also one that never yields', async () => {
    const loops = {
      yielding: `setInterval(() => log({ more: 1 }), 20)`,
      busy: `for (;;) log({ more: Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20) === '' ? 1 : 2 })`,
    }
    await Promise.all(
      Object.entries(loops).map(async ([id, loop]) => {
        const program = start(id, `console.log('ready'); ${loop}`)
        await program.untilWritten('ready')
        await server.request('mutation($id: ID!) { stopRun(input: {id: $id}) { success } }', {
          id: Buffer.from(`Run:v1:${id}:p:admin`).toString('base64'),
        })
        const ended = await program.end
        expect(ended.stderr).toContain('The run was asked to stop.')
        expect(await mustRead(server, 'p', id)).toMatchObject({ state: 'killed' })
      }),
    )
  })
})
