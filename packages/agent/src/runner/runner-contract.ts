import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { env } from 'node:process'
import { describe, expect, it } from 'vitest'
import { SubmitFailedError, type RunOrder, type Runner } from './runner.ts'

/** What each runner must do, as tests. `createRunner` is called twice in a test where an agent would start again. */
export function describeRunner(name: string, createRunner: () => Runner): void {
  describe(`the runner ${name}`, () => {
    it('runs the command with exactly the given variables in the given folder', async () => {
      await using place = await aPlace()
      const runner = createRunner()
      const run = await runner.submit({
        ...place.order('echo "$GREETING $(pwd)" "$0"; env | wc -l'),
        variables: place.variables,
      })
      expect(await runner.observe(run, place.signal)).toEqual({ kind: 'exited', code: 0 })
      const output = await place.output()
      expect(output).toContain(`hello ${place.folder} arg with spaces`)
    })

    it('tells the exit code, also of a signal', async () => {
      await using place = await aPlace()
      const runner = createRunner()
      const run = await runner.submit(place.order('exit 7'))
      expect(await runner.observe(run, place.signal)).toEqual({ kind: 'exited', code: 7 })
      await using other = await aPlace()
      const killed = await runner.submit(other.order('kill -SEGV $$'))
      expect(await runner.observe(killed, other.signal)).toEqual({ kind: 'exited', code: 139 })
    })

    it('starts one program for orders that come twenty times at once', async () => {
      await using place = await aPlace()
      const order = place.order('echo started; sleep 0.2')
      const runs = await Promise.all(Array.from({ length: 20 }, () => createRunner().submit(order)))
      const ends = await Promise.all(runs.map((run) => createRunner().observe(run, place.signal)))
      expect(new Set(ends.map((end) => JSON.stringify(end)))).toEqual(new Set(['{"kind":"exited","code":0}']))
      expect(await place.output()).toBe('started\n')
    })

    it('observes a program that an agent before it has started, and one that has ended meanwhile', async () => {
      await using place = await aPlace()
      const run = await createRunner().submit(place.order('sleep 0.2; exit 4'))
      expect(await createRunner().observe(run, place.signal)).toEqual({ kind: 'exited', code: 4 })
      expect(await createRunner().observe(run, place.signal)).toEqual({ kind: 'exited', code: 4 })
    })

    it('stops with a polite signal first', async () => {
      await using place = await aPlace()
      const runner = createRunner()
      const run = await runner.submit(
        place.order('trap "echo saved; exit 0" TERM; echo up; while :; do sleep 0.02; done'),
      )
      await expect.poll(() => place.output()).toContain('up')
      await runner.stop(run, 120)
      expect(await runner.observe(run, place.signal)).toEqual({ kind: 'exited', code: 0 })
      expect(await place.output()).toContain('saved')
    })

    it('kills what does not end within the grace, with all that it started', async () => {
      await using place = await aPlace()
      const runner = createRunner()
      const run = await runner.submit(
        place.order('trap "" TERM; (while :; do sleep 0.02; done) & echo "child $!"; while :; do sleep 0.02; done'),
      )
      await expect.poll(() => place.output()).toContain('child')
      await runner.stop(run, 0.1)
      expect(await runner.observe(run, place.signal)).toMatchObject({ kind: 'lost' })
      const child = Number(/child (\d+)/.exec(await place.output())?.[1])
      expect(await readFile(`/proc/${child}/stat`, 'utf8').catch(() => 'gone')).toMatch(/^gone$|\) Z /)
    })

    it('ends what a program has left behind', async () => {
      await using place = await aPlace()
      const runner = createRunner()
      const run = await runner.submit(place.order('sleep 60 & echo "child $!"'))
      expect(await runner.observe(run, place.signal)).toEqual({ kind: 'exited', code: 0 })
      await runner.cleanUp(run, 0.05)
      const child = Number(/child (\d+)/.exec(await place.output())?.[1])
      expect(await readFile(`/proc/${child}/stat`, 'utf8').catch(() => 'gone')).toMatch(/^gone$|\) Z /)
    })

    it('throws when a program cannot be started', async () => {
      await using place = await aPlace()
      const order = { ...place.order('exit 0'), workingFolder: `${place.folder}/missing` }
      await expect(createRunner().submit(order)).rejects.toThrow(SubmitFailedError)
    })

    it('stops observing when it is told to, and leaves the program alone', async () => {
      await using place = await aPlace()
      const runner = createRunner()
      const run = await runner.submit(place.order('sleep 0.3; exit 5'))
      const controller = new AbortController()
      const observing = runner.observe(run, controller.signal)
      controller.abort(new Error('the agent ends'))
      await expect(observing).rejects.toThrow('the agent ends')
      expect(await createRunner().observe(run, place.signal)).toEqual({ kind: 'exited', code: 5 })
    })
  })
}

async function aPlace() {
  const folder = await mkdtemp(`${tmpdir()}/slipway-runner-`)
  const variables = { PATH: env['PATH'] ?? '', GREETING: 'hello' }
  return {
    folder,
    variables,
    signal: AbortSignal.timeout(250_000),
    order: (script: string): RunOrder => ({
      itemId: 'item-1',
      folder,
      command: ['sh', '-c', script, 'arg with spaces'],
      workingFolder: folder,
      variables,
    }),
    output: () => readFile(`${folder}/output.log`, 'utf8'),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }),
  }
}
