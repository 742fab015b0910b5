import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startCommand } from './command.ts'
import type { CommandSite } from './site.ts'
import { openOverrideSite } from './testing/override-site.ts'

let site: CommandSite
beforeAll(async () => {
  site = await openOverrideSite()
})
afterAll(() => site[Symbol.asyncDispose]())

const slipway = (...arguments_: readonly string[]) => site.slipway(...arguments_)
const document = (...arguments_: readonly string[]) => site.document(...arguments_)

describe('watching', () => {
  test('Ctrl-C leaves the item running and says how to go on', async () => {
    await using watching = startCommand(['launch', 'train', 'trainer.model=forever', '--watch'], site.place)
    await watching.untilWritten('where the data is')
    watching.signal('SIGINT')
    const { exitCode, stdout } = await watching.end
    expect(exitCode).toBe(130)
    const id =
      /Item (\S+) goes on\. Follow it with: slipway item logs (\S+) --follow\nEnd it with: slipway item cancel/.exec(
        stdout,
      )?.[1]
    expect((await document('item', 'show', id ?? '')).state).toBe('claimed')
    await slipway('item', 'cancel', id ?? '')
  })

  test('Ctrl-C leaves the items of a sweep running', async () => {
    await using watching = startCommand(
      ['launch', 'train', '--sweep', 'trainer.model=forever,forever2', '--watch'],
      site.place,
    )
    await watching.untilWritten('is claimed')
    watching.signal('SIGINT')
    const { exitCode, stdout } = await watching.end
    expect(exitCode).toBe(130)
    expect(stdout).toContain('The items go on. See them with: slipway item list')
    for (const { id } of await document('item', 'list', '--state', 'claimed')) await slipway('item', 'cancel', id)
    for (const { id } of await document('item', 'list', '--state', 'pending')) await slipway('item', 'cancel', id)
  })
})
