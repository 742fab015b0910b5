import { describeOnEachDatabase, startTestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { countStatements } from '../database/testing/count-statements.ts'
import { log, makeRun, readRun, readSteps, row, rows, send } from './testing/one-run.ts'

describeOnEachDatabase('history', (databases) => {
  test('lines of a repeated request are there once, and their count stays', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server)
    await log(server, 0, rows(0, 5))
    await log(server, 3, rows(3, 4))
    await log(server, 3, rows(3, 4))
    expect(await readSteps(server)).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect((await readRun(server, 'historyLineCount')).historyLineCount).toBe(7)
  })

  test('chunks may come out of order', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server)
    await log(server, 6, rows(6, 3))
    await log(server, 0, rows(0, 3))
    await log(server, 3, rows(3, 3))
    expect(await readSteps(server)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
  })

  test('two writers of one run at once leave every line in its place', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server)
    const writes = Array.from({ length: 40 }, (_, index) => log(server, index * 5, rows(index * 5, 10)))
    expect((await Promise.all(writes)).map(({ status }) => status)).toEqual(writes.map(() => 200))
    expect(await readSteps(server)).toEqual(Array.from({ length: 205 }, (_, index) => index))
  })

  test('what resuming needs is there: counts, last lines untouched, and the telemetry block', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server, 'r', { config: '{"_wandb":{"value":{"t":{"1":[1]},"m":[]}},"lr":{"value":NaN}}' })
    const untouched = '{ "_step":7,  "loss":1e-3 }'
    await log(server, 0, [row(6), untouched])
    await send(server, { files: { 'wandb-events.jsonl': { offset: 0, content: ['{"_runtime":3}'] } } })
    const run = await readRun(
      server,
      'historyLineCount eventsLineCount logLineCount historyTail eventsTail wandbConfig(keys: ["t"]) config',
    )
    expect(run).toEqual({
      historyLineCount: 2,
      eventsLineCount: 1,
      logLineCount: 0,
      historyTail: JSON.stringify([untouched]),
      eventsTail: '["{\\"_runtime\\":3}"]',
      wandbConfig: '{"t":{"1":[1]}}',
      config: '{"_wandb":{"value":{"t":{"1":[1]},"m":[]}},"lr":{"value":NaN}}',
    })
  })

  test('metric names are dotted and carry their latest values', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server)
    expect((await readRun(server, 'historyKeys')).historyKeys).toBeNull()
    await log(server, 0, [
      '{"loss":0.5,"d":{"val1":1},"_step":0}',
      '{"loss":NaN,"img":{"_type":"image-file"},"_step":1}',
    ])
    expect((await readRun(server, 'historyKeys')).historyKeys).toEqual({
      lastStep: 1,
      keys: {
        _step: { previousValue: 1 },
        loss: { previousValue: 'NaN' },
        'd.val1': { previousValue: 1 },
        img: { previousValue: { _type: 'image-file' } },
      },
    })
  })

  test('rows of several writers without steps are numbered by their place', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server)
    await log(server, 0, ['{"a":1}', '{}', '{"a":3}'])
    const run = await readRun(server, 'history(minStep: 0, maxStep: 10) historyKeys')
    expect(run.history).toEqual(['{"_step":0,"a":1}', '{"_step":1}', '{"_step":2,"a":3}'])
    expect(run.historyKeys.lastStep).toBe(2)
  })

  test('a list of runs counts the lines of each with as many statements as a list of one', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    for (const [index, name] of ['a', 'b', 'c', 'd'].entries()) {
      await makeRun(server, name)
      await log(server, 0, rows(0, index), name)
      const events = rows(0, 5 - index)
      await send(server, { files: { 'wandb-events.jsonl': { offset: 0, content: events } } }, { run: name })
    }
    const ask = async (first: number) => {
      const answer = await server.request(
        `query($first: Int!) { project(name: "p") { runs(first: $first) {
          edges { node { historyLineCount eventsLineCount logLineCount } } } } }`,
        { first },
      )
      return answer.data.project.runs.edges.map(({ node }: { node: object }) => Object.values(node))
    }
    const ofOne = await countStatements(() => ask(1))
    const ofAll = await countStatements(() => ask(4))
    expect(ofAll).toBe(ofOne)
    expect(await ask(4)).toEqual([
      [0, 5, 0],
      [1, 4, 0],
      [2, 3, 0],
      [3, 2, 0],
    ])
  })
})
