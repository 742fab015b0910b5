import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCommand, startCommand } from './command.ts'
import { type CommandSite, makeJob, openSite } from './site.ts'

const COLOURED = String.raw`printf 'plain \033[31mred\033[0m\n'; case "$WANDB_CONFIG" in *forever*) while :; do sleep 0.05; done;; esac`

let site: CommandSite
let ids: readonly string[]
beforeAll(async () => {
  site = await openSite()
  await makeJob(site, { name: 'train', program: COLOURED })
  await makeJob(site, { name: 'other' })
  await site.slipway('queue', 'create', 'gpu')
  await site.slipway('queue', 'create', 'cpu')
  const launched = []
  for (const [job, queue] of [
    ['train', 'gpu'],
    ['train', 'cpu'],
    ['other', 'cpu'],
  ] as const) {
    launched.push((await site.document('launch', job, '--queue', queue)).runQueueItemId)
  }
  ids = launched
})
afterAll(() => site[Symbol.asyncDispose]())

const slipway = (...arguments_: readonly string[]) => site.slipway(...arguments_)
const listed = async (...arguments_: readonly string[]): Promise<readonly string[]> =>
  (await site.document('item', 'list', ...arguments_)).map(({ id }: { id: string }) => id)

describe('item list', () => {
  test('finds items by queue, job, author and state', async () => {
    const [first, second, third] = ids
    expect(await listed()).toEqual([third, second, first])
    expect(await listed('--queue', 'gpu')).toEqual([first])
    expect(await listed('--job', 'train')).toEqual([second, first])
    expect(await listed('--job', 'train:latest', '--queue', 'cpu')).toEqual([second])
    expect(await listed('--author', 'me', '--state', 'waiting')).toHaveLength(3)
    expect(await listed('--author', 'nobody')).toEqual([])
    expect(await listed('--state', 'ended')).toEqual([])
    expect(await listed('--state', 'running,cancelled', '--state', 'failed')).toEqual([])
  })

  test('says that nothing is like that, and how to see all', async () => {
    expect((await slipway('item', 'list', '--state', 'failed', '--queue', 'gpu')).stdout).toBe(
      'No run queue items in queue "gpu" are failed. List all with: slipway item list\n',
    )
  })

  test('is cut to the limit with a word about it', async () => {
    const { stdout, stderr } = await slipway('item', 'list', '--limit', '2')
    expect(stdout.trimEnd().split('\n')).toHaveLength(3)
    expect(stderr).toBe('These are the first 2 items. See more with --limit COUNT or --all.\n')
    expect(await listed('--all')).toHaveLength(3)
  })

  test.each([
    [['--state', 'pnding'], 2, 'Cannot list items in state "pnding": there is no such state. Did you mean "pending"?'],
    [['--queue', 'gpuu'], 3, 'Cannot list the items of run queue "gpuu"'],
    [['--job', 'trian'], 3, 'Did you mean "train"?'],
    [['--entity', 'x'], 3, 'Cannot list items of "x": there is no such entity that you belong to. Yours: admin.'],
    [['--limit', 'many'], 2, 'Cannot list "many" items: give a whole number from 1 with --limit, or --all.'],
    [['--watch', '--json'], 2, 'Cannot watch items with --json or --all'],
  ])('%j is refused with exit code %d', async (options, exitCode, message) => {
    const ended = await slipway('item', 'list', ...options)
    expect(ended.stderr).toContain(message)
    expect(ended.exitCode).toBe(exitCode)
  })

  test('--watch writes a line for each change until it is asked to stop', async () => {
    const { runQueueItemId: id } = await site.document('launch', 'other', '--queue', 'cpu')
    await using watching = startCommand(['item', 'list', '--watch', '--job', 'other'], site.place)
    await watching.untilWritten(`${id} pending`)
    await slipway('item', 'cancel', id)
    await watching.untilWritten(`${id} cancelled`)
    watching.signal('SIGINT')
    const { exitCode, stdout } = await watching.end
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(new RegExp(`^\\S+Z ${id} cancelled .*: "admin" cancelled it before it ran\\.$`, 'm'))
  })
})

describe('item cancel', () => {
  test('cancels several, says what became of each, and fails for those that it could not', async () => {
    const [first, second] = ids
    const ended = await slipway('item', 'cancel', first ?? '', '9-999', second ?? '')
    expect(ended.exitCode).toBe(3)
    expect(ended.stdout).toMatch(
      new RegExp(`^Cancelled item ${first}\\.\nCannot find run queue item "9-999".*\nCancelled item ${second}\\.\n$`),
    )
    const again = await site.document('item', 'cancel', first ?? '', second ?? '')
    expect(again).toMatchObject([{ state: 'cancelled' }, { state: 'cancelled' }])
  })

  test('of one item answers with that item', async () => {
    expect(await site.document('item', 'cancel', ids[2] ?? '')).toMatchObject({ id: ids[2], state: 'cancelled' })
    expect((await slipway('item', 'cancel')).stderr).toContain('the argument <item> is missing')
  })
})

test('item update moves what waits ahead, and says what it could not change', async () => {
  await slipway('queue', 'create', 'urgent', '--prioritize')
  const { runQueueItemId: id } = await site.document('launch', 'train', '--queue', 'urgent')
  const ended = await slipway('item', 'update', id, '9-999', '--priority', 'critical')
  expect(ended.exitCode).toBe(6)
  expect(ended.stdout).toMatch(
    new RegExp(`^The priority of item ${id} is now critical\\.\nCannot find run queue item "9-999".*\n$`),
  )
  expect(await site.document('item', 'update', id, '--priority', 'low')).toMatchObject({
    items: [{ id, state: 'pending', priority: 3 }],
    refused: [],
  })
  expect((await slipway('item', 'update', id, '--priority', 'now')).stderr).toContain('give one of critical, high')
  expect((await slipway('item', 'update', id)).stderr).toContain('Give a --priority.')
  await slipway('item', 'cancel', id)
})

test('the colours of a program stay in its log, unless NO_COLOR is set', async () => {
  await using agent = startCommand(['agent', 'start', '--queue', 'gpu'], site.place)
  await agent.untilWritten('takes items from')
  const { runQueueItemId: id } = await site.document('launch', 'train', '--queue', 'gpu', '--set', 'model=forever')
  await using following = startCommand(['item', 'logs', id, '--follow'], site.place)
  await following.untilWritten('\u001b[31mred\u001b[0m\n')
  expect((await slipway('item', 'list', '--state', 'running')).stdout).toMatch(new RegExp(`^${id} +claimed`, 'm'))
  const environment = { ...site.place.environment, NO_COLOR: '1' }
  const plain = await runCommand(['item', 'logs', id], { ...site.place, environment })
  expect(plain.stdout).toBe('plain red\n')
  await slipway('item', 'cancel', id)
  expect((await following.end).exitCode).toBe(0)
  const { stdout } = await slipway('item', 'show', id)
  expect(stdout).toMatch(/^State +stopped$/m)
  expect(stdout).toMatch(/^Agent +agent-\w+ on /m)
  expect(stdout).toMatch(/^Ran for +\d+ s$/m)
})
