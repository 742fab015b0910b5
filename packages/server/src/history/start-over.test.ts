import { describeOnEachDatabase, startTestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { log, makeRun, readRun, readSteps, row, rows, send } from './testing/one-run.ts'

describeOnEachDatabase('a run that begins again', (databases) => {
  test('the parts of a resumed run that are synchronised one after the other follow each other', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const begin = (): Promise<string> => makeRun(server, 'r', { host: 'h', config: '{"_wandb":{"value":{"t":{}}}}' })
    const count = async () => (await readRun(server, 'historyLineCount')).historyLineCount as number
    for (const part of [rows(0, 3), rows(3, 2), rows(5, 4)]) {
      await begin()
      const offset = await count()
      await log(server, offset, part.slice(0, 1))
      // The answer may have been lost, and the rest comes later.
      await log(server, offset, part.slice(0, 1))
      await log(server, offset + 1, part.slice(1))
      await send(server, { complete: true, exitcode: 0 })
    }
    expect(await readSteps(server)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
  })

  test('a part that is synchronised again replaces itself and what came after it', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const begin = (): Promise<string> => makeRun(server, 'r', { host: 'h', config: '{"_wandb":{"value":{"t":{}}}}' })
    const live = async () => (await readRun(server, 'historyLineCount')).historyLineCount as number
    await begin()
    await log(server, 0, rows(0, 10))
    await send(server, { complete: true, exitcode: 0 })
    await begin()
    expect(await live()).toBe(10)
    await log(server, 10, [row(6, { again: 1 })])
    // The program that ran before, which did not notice.
    expect((await log(server, 1, rows(1, 1))).status).toBe(400)
    // A program that goes on after a restart of its own asks where it was.
    expect(await live()).toBe(11)
    await log(server, 11, [row(7, { again: 1 })])
    expect(await readSteps(server)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    await send(server, { complete: true, exitcode: 0 })
    expect(await live()).toBe(8)
    // One that counts its own lines from 0 on.
    await begin()
    await log(server, 0, [row(8)])
    await log(server, 1, [row(9)])
    expect(await readSteps(server)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  test('rewinding a run removes what it logged after the step, and it runs on', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server)
    await log(
      server,
      0,
      Array.from({ length: 10 }, (_, step) => row(step, { loss: step * 10 })),
    )
    await send(server, { complete: true, exitcode: 0 })
    const answer = await server.request(
      `mutation { rewindRun(input: {runName: "r", projectName: "p", metricName: "_step", metricValue: 4}) {
        rewoundRun { name historyLineCount state summaryMetrics } } }`,
    )
    expect(answer.data.rewindRun.rewoundRun).toEqual({
      name: 'r',
      historyLineCount: 5,
      state: 'running',
      summaryMetrics: '{"loss":40,"_step":4}',
    })
    expect(await readSteps(server)).toEqual([0, 1, 2, 3, 4])
  })

  test('a forked run begins with the history of its source up to the step', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server)
    await log(server, 0, rows(0, 10))
    await makeRun(server, 'fork', {
      config: JSON.stringify({ _wandb: { value: { branch_point: { run_id: 'r', step: 3 } } } }),
    })
    expect((await readRun(server, 'historyLineCount', {}, 'fork')).historyLineCount).toBe(4)
  })
})
