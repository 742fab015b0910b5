import { describeOnEachDatabase, startTestServer, type TestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { aSweep, aSweepAgent, heartbeat, stream, valuesOf } from './testing/sweep-fixture.ts'

/** Gives the agent a point of one's own choice, and has its program log these losses. */
async function runPoint(
  server: TestServer,
  sweep: { readonly id: string; readonly name: string },
  x: number,
  losses: readonly number[],
  exitCode?: number,
): Promise<void> {
  const added = await server.request(
    'mutation($id: ID!, $config: JSONString!) { enqueueSweepRun(input: {id: $id, config: $config}) { id } }',
    { id: sweep.id, config: JSON.stringify({ x }) },
  )
  expect(added.errors).toBeUndefined()
  const [command] = await heartbeat(server, await aSweepAgent(server, sweep.name))
  expect(valuesOf(command)).toEqual({ x })
  await stream(server, command?.run_id ?? '', {
    lines: losses.map((loss) => ({ loss })),
    summary: { loss: losses.at(-1) },
    ...(exitCode === undefined ? {} : { exitCode }),
  })
}

/**
 * Where a search with this metric looks next, after runs whose lowest loss is at 0.8 and one at 0.2 that ended or goes on
 * as told.
 */
async function searchOn(
  server: TestServer,
  metric: object,
  oddOne: { readonly losses: readonly number[]; readonly exitCode?: number },
): Promise<number> {
  const sweep = await aSweep(server, {
    method: 'bayes',
    metric: { name: 'loss', ...metric },
    parameters: { x: { distribution: 'uniform', min: 0, max: 1 } },
  })
  for (const x of [0, 0.35, 0.5, 0.65, 0.75, 0.85, 1]) await runPoint(server, sweep, x, [(x - 0.8) ** 2], 0)
  await runPoint(server, sweep, 0.2, oddOne.losses, oddOne.exitCode)
  const [next] = await heartbeat(server, await aSweepAgent(server, sweep.name))
  return Number(valuesOf(next)['x'])
}

const failed = (losses: readonly number[]) => ({ losses, exitCode: 1 })

const nearOddOne = (x: number): boolean => Math.abs(x - 0.2) < 0.15

describeOnEachDatabase('a bayesian search', (databases) => {
  test('takes a failed run for the worst, unless its latest or best value is to count', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    expect(nearOddOne(await searchOn(server, {}, failed([-5])))).toBe(false)
    expect(nearOddOne(await searchOn(server, { impute: 'worst' }, failed([-5])))).toBe(false)
    expect(nearOddOne(await searchOn(server, { impute: 'latest' }, failed([5, -5])))).toBe(true)
    expect(nearOddOne(await searchOn(server, { impute: 'latest' }, failed([-5, 5])))).toBe(false)
    expect(nearOddOne(await searchOn(server, { impute: 'best' }, failed([-5, 5])))).toBe(true)
  })

  test('waits for the end of a run that goes on, unless its values so far are to count', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const going = { losses: [-5, -4] }
    expect(nearOddOne(await searchOn(server, {}, going))).toBe(false)
    expect(nearOddOne(await searchOn(server, { impute_while_running: 'latest' }, going))).toBe(true)
    expect(nearOddOne(await searchOn(server, { impute_while_running: 'worst' }, going))).toBe(false)
  })
})
