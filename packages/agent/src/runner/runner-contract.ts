import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { env } from 'node:process'
import { describe, expect, it } from 'vitest'
import { SubmitFailedError, type RunOrder, type Runner } from './runner.ts'

/** What each runner must do, as tests. `createRunner` is called twice in a test where an agent would start again. */
export function describeRunner(name: string, createRunner: () => Runner): void {
  describeWith(name, createRunner, {})
  describeWith(`${name}, with secrets`, createRunner, { TOKEN: SECRET })
  describeSecrets(name, createRunner)
}

const SECRET = 'hunter2-correct-horse'

function describeWith(name: string, createRunner: () => Runner, secrets: Readonly<Record<string, string>>): void {
  const aPlace = () => makePlace(secrets)
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

const aSecretPlace = () => makePlace({ TOKEN: SECRET })

const secretIsGone = () => Promise.reject(new Error('the secret is gone'))

const readCommand = (pid: string): Promise<string> => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')

function describeSecrets(name: string, createRunner: () => Runner): void {
  describe(`the runner ${name} keeps secrets`, () => {
    it('out of the output and out of every file of its folder, however they are printed', async () => {
      await using place = await aSecretPlace()
      const script = `
        echo "plain $TOKEN"; printf '%s' "$TOKEN" | base64; echo "error $TOKEN" >&2
        printf 'hunter2-cor'; sleep 0.1; echo 'rect-horse'; printf 'at the end: %s' "$TOKEN"`
      const runner = createRunner()
      const run = await runner.submit(place.order(script))
      expect(await runner.observe(run, place.signal)).toEqual({ kind: 'exited', code: 0 })
      expect(await place.output()).toBe('plain ***\n***\nerror ***\n***\nat the end: ***')
      await runner.cleanUp(run, 5)
      for (const file of await readdir(place.folder))
        expect(await readFile(`${place.folder}/${file}`, 'latin1')).not.toMatch(/hunter2|horse/)
    })

    it('out of the arguments of every process', async () => {
      await using place = await aSecretPlace()
      const runner = createRunner()
      const run = await runner.submit(place.order('echo up; while :; do sleep 0.02; done'))
      await expect.poll(() => place.output()).toBe('up\n')
      const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
      const commands = await Promise.all(pids.map(readCommand))
      expect(commands.filter((command) => command.includes(place.folder))).not.toEqual([])
      expect(commands.filter((command) => command.includes(SECRET))).toEqual([])
      await runner.stop(run, 5)
    })

    it('for the program alone: it is asked for them only when it is started', async () => {
      await using place = await aSecretPlace()
      const order = place.order('[ "$TOKEN" = hunter2-correct-horse ] && exit 3')
      const run = await createRunner().submit(order)
      expect(await createRunner().observe(run, place.signal)).toEqual({ kind: 'exited', code: 3 })
      await createRunner().submit({ ...order, secrets: secretIsGone })
      expect(await createRunner().observe(run, place.signal)).toEqual({ kind: 'exited', code: 3 })
    })

    it('while something that the program has left behind still prints', async () => {
      await using place = await aSecretPlace()
      const runner = createRunner()
      const run = await runner.submit(
        place.order('(while [ ! -e gate ]; do sleep 0.02; done; echo "late $TOKEN") & echo "early $TOKEN"'),
      )
      expect(await runner.observe(run, place.signal)).toEqual({ kind: 'exited', code: 0 })
      expect(await place.output()).toBe('early ***\n')
      await writeFile(`${place.folder}/gate`, '')
      await runner.cleanUp(run, 10)
      expect(await place.output()).toBe('early ***\nlate ***\n')
    })

    it('and carries much output whole', async () => {
      await using place = await aSecretPlace()
      const runner = createRunner()
      const run = await runner.submit(
        place.order('i=0; while [ $i -lt 20000 ]; do echo "line $i $TOKEN"; i=$((i+1)); done'),
      )
      await runner.observe(run, place.signal)
      const lines = (await place.output()).split('\n')
      expect(lines.length).toBe(20_001)
      expect(lines[19_999]).toBe('line 19999 ***')
    })
  })
}

async function makePlace(secrets: Readonly<Record<string, string>>) {
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
      secrets: () => Promise.resolve(secrets),
      hasSecrets: Object.keys(secrets).length > 0,
    }),
    output: () => readFile(`${folder}/output.log`, 'utf8'),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }),
  }
}
