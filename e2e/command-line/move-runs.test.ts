import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand } from './command.ts'
import { type CommandSite, makeRun, openSite } from './site.ts'

let site: CommandSite
beforeAll(async () => {
  site = await openSite()
  await makeRun(site, { name: 'abc12345', config: { lr: 0.1 }, summary: { loss: 0.5 } })
  await makeRun(site, { name: 'abd67890', displayName: 'calm-river-1' })
  await makeRun(site, { name: 'stays' })
  await makeRun(site, { name: 'live', exitCode: null })
  await makeRun(site, { name: 'taken' })
  await makeRun(site, { name: 'taken', project: 'full' })
})
afterAll(() => site[Symbol.asyncDispose]())

const namesIn = async (project: string): Promise<readonly string[]> =>
  (await site.document('run', 'list', '--project', project))
    .map(({ name }: { readonly name: string }) => name)
    .toSorted()

test('run move takes runs by id or name to another project, and says from where to where', async () => {
  const { stdout, exitCode } = await site.slipway('run', 'move', 'abc', 'calm-river-1', '--to', 'archive')
  expect([stdout, exitCode]).toEqual([
    'Moved run admin/vision/abc12345 to admin/archive/abc12345.\nMoved run admin/vision/abd67890 to admin/archive/abd67890.\n',
    0,
  ])
  expect(await namesIn('archive')).toEqual(['abc12345', 'abd67890'])
  expect(await site.document('run', 'show', 'archive/abc12345')).toMatchObject({ config: { lr: 0.1 } })

  // Back again, one of them named twice, beside one that is there already.
  expect(
    await site.document('run', 'move', 'abc12345', 'archive/abc12345', 'abd67890', 'stays', '--to', 'admin/vision'),
  ).toEqual({
    runs: [
      { from: 'admin/archive/abc12345', to: 'admin/vision/abc12345', hasMoved: true },
      { from: 'admin/archive/abd67890', to: 'admin/vision/abd67890', hasMoved: true },
      { from: 'admin/vision/stays', to: 'admin/vision/stays', hasMoved: false },
    ],
  })
  expect((await site.slipway('run', 'move', 'stays', '--to', 'vision')).stdout).toBe(
    'Run admin/vision/stays is there already.\n',
  )
  expect(await namesIn('archive')).toEqual([])
})

test.each([
  [
    ['abc12345', 'vision/taken', '--to', 'full'],
    6,
    'Cannot move run "taken" to project "full": the project has, or had, a run of',
  ],
  [['abc12345', 'live', '--to', 'archive'], 2, 'Cannot move run "live" to project "archive": it is running'],
  [['abc12345', 'missing', '--to', 'archive'], 3, 'Cannot find run "missing"'],
  [['abc12345', 'stays', '--to', 'somebody/archive'], 2, 'runs stay with their entity, and this one is of "admin"'],
  [['abc12345', 'stays', '--to', 'a/b/c'], 2, 'give PROJECT or ENTITY/PROJECT'],
  [['abc12345', 'stays', '--to', ''], 2, 'give PROJECT or ENTITY/PROJECT'],
  [['abc12345', 'stays'], 2, '--to <project>'],
  [['--to', 'archive'], 2, 'the argument <run> is missing'],
])('run move %j is refused with exit code %d, and leaves every run where it is', async (words, exitCode, message) => {
  const ended = await site.slipway('run', 'move', ...words)
  expect(ended.stderr).toContain(message)
  expect(ended.exitCode).toBe(exitCode)
  expect(await namesIn('vision')).toEqual(['abc12345', 'abd67890', 'live', 'stays', 'taken'])
})

test('run move is refused for who does not belong to the entity', async () => {
  const place = site.as(await site.server.addUser('mallory'))
  expect(await runCommand(['run', 'move', 'admin/vision/stays', '--to', 'archive'], place)).toMatchObject({
    exitCode: 3,
    stderr: expect.stringContaining('Cannot find run "admin/vision/stays"'),
  })
  expect(await namesIn('vision')).toContain('stays')
})
