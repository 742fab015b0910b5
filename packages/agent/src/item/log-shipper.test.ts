import { appendFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { startLogShipper } from './log-shipper.ts'

async function aLog() {
  const folder = await mkdtemp(`${tmpdir()}/slipway-log-`)
  let log = Buffer.alloc(0)
  const calls: { readonly offset: number; readonly text: string; readonly atMs: number }[] = []
  const append = async (offset: number, text: string): Promise<void> => {
    calls.push({ offset, text, atMs: performance.now() })
    log = Buffer.concat([log.subarray(0, offset), Buffer.from(text)])
  }
  return {
    calls,
    text: () => log.toString(),
    write: (bytes: string | Uint8Array) => appendFile(`${folder}/output.log`, bytes),
    start: () => startLogShipper({ folder, fileName: 'output.log', append }),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }),
  }
}

describe('startLogShipper', () => {
  it('sends the first line at once and gathers the next ones', async () => {
    await using log = await aLog()
    const shipper = log.start()
    await log.write('first\n')
    await expect.poll(() => log.text(), { interval: 2 }).toBe('first\n')
    for (let line = 0; line < 20; line += 1) await log.write(`${line}\n`)
    await shipper.finish()
    expect(log.text()).toBe(`first\n${Array.from({ length: 20 }, (_, line) => `${line}\n`).join('')}`)
    expect(log.calls.length).toBeLessThanOrEqual(20)
  })

  it('goes on where an earlier one has stopped, and counts bytes that are no UTF-8 as the server does', async () => {
    await using log = await aLog()
    await log.write(new Uint8Array([0x61, 0xff, 0x0a]))
    const first = log.start()
    await expect.poll(() => log.text()).toBe('a\u{FFFD}\n')
    first.abandon()
    await log.write('ü\n')
    await log.start().finish()
    expect(log.text()).toBe('a\u{FFFD}\nü\n')
    expect(log.calls.map(({ offset }) => offset)).toEqual([0, 5])
  })

  it('sends nothing for a program without output', async () => {
    await using log = await aLog()
    await log.start().finish()
    expect(log.calls).toEqual([])
  })
})
