import { describeOnEachDatabase, startTestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { anAgent, aQueue, pop, push } from '../run-queue/testing/run-queue-fixture.ts'
import { must } from './testing/run-fixture.ts'
import { watch } from './testing/watcher.ts'

const TEAM = 'mutation { createTeam(input: {teamName: "vision"}) { entity { id } } }'
const change = (what: 'add' | 'remove', username: string) =>
  `mutation { ${what}TeamMember(input: {entityName: "vision", username: "${username}"}) { success } }`
const setSecret = (value: string) =>
  `mutation { setSecret(input: {entityName: "admin", name: "TOKEN", value: "${value}"}) { isNew } }`
const savePreset = (value: number) =>
  `mutation { savePreset(input: {entityName: "admin", name: "p", content: "{\\"run_config\\": {\\"lr\\": ${value}}}"})
    { presetVersion { preset { id } } } }`

describeOnEachDatabase('a subscription to what people set', (databases) => {
  test('tells of secrets that are set, replaced, used and deleted, and of presets', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const queue = await aQueue(server, 'q')
    const agent = await anAgent(server, [queue.id])
    await using watcher = await watch(server, [
      { kind: 'SECRETS', entityName: 'admin' },
      { kind: 'PRESETS', entityName: 'admin' },
    ])
    await must(server, setSecret('first-value'))
    await watcher.untilTold('created', { kind: 'SECRETS' })
    await must(server, setSecret('other-value'))
    await watcher.untilTold('config', { kind: 'SECRETS' })
    const item = await push(server, 'q', { overrides: { run_config: { key: 'secret://TOKEN' } } })
    await pop(server, 'q', agent)
    await must(
      server,
      `mutation { readItemSecrets(input: {launchAgentId: "${agent}", runQueueItemId: "${item}", names: ["TOKEN"]})
        { secrets { name } } }`,
    )
    await watcher.untilTold('state', { kind: 'SECRETS' })
    await must(server, 'mutation { deleteSecret(input: {entityName: "admin", name: "TOKEN"}) { success } }')
    await watcher.untilTold('deleted', { kind: 'SECRETS' })

    const { savePreset: saved } = await must(server, savePreset(1))
    await watcher.untilTold('created', { kind: 'PRESETS' })
    await must(server, savePreset(2))
    await watcher.untilTold('config', { kind: 'PRESETS' })
    await must(server, `mutation { deletePreset(input: {presetID: "${saved.presetVersion.preset.id}"}) { success } }`)
    await watcher.untilTold('deleted', { kind: 'PRESETS' })
    // Each was told of its own, and of nothing else.
    const told = watcher.messages.filter(({ aspects }) => !aspects.includes('ready'))
    expect(new Set(told.map(({ kind, entityName }) => `${kind} ${entityName}`))).toEqual(
      new Set(['SECRETS admin', 'PRESETS admin']),
    )
  })

  test("tells a person of their own address, keys and teams, and an administrator of everybody's", async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const apiKey = await server.addUser('bob')
    await must(server, TEAM)
    await using bob = await watch(server, [{ kind: 'VIEWER' }, { kind: 'TEAMS' }], { apiKey })
    await using admin = await watch(server, [{ kind: 'USERS' }, { kind: 'TEAMS' }])
    await server.request('mutation { updateViewer(input: {email: "bob@example.org"}) { user { id } } }', {}, { apiKey })
    await bob.untilTold('config', { kind: 'VIEWER' })
    await admin.untilTold('config', { kind: 'USERS' })
    await must(server, 'mutation { generateApiKey(input: {username: "bob"}) { apiKey { id } } }')
    await bob.untilTold('keys', { kind: 'VIEWER' })
    await must(server, change('add', 'bob'))
    await bob.untilTold('teams', { kind: 'VIEWER' })
    await bob.untilTold('members', { kind: 'TEAMS' })
    await admin.untilTold('members', { kind: 'TEAMS' })
    await admin.untilTold('teams', { kind: 'USERS' })
    // Of the team that bob is in by now, a change by somebody else.
    bob.forget()
    await server.addUser('carol')
    await must(server, change('add', 'carol'))
    await bob.untilTold('members', { kind: 'TEAMS' })
    await must(server, 'mutation { createTeam(input: {teamName: "other"}) { entity { id } } }')
    await admin.untilTold('created', { kind: 'TEAMS' })
    await admin.untilTold('created', { kind: 'USERS' })
    // A team that bob is not in is nothing to bob.
    expect(bob.messages.filter(({ aspects }) => aspects.includes('created'))).toEqual([])
  })

  test('tells an outsider of nobody but themself', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const apiKey = await server.addUser('mallory')
    await must(server, TEAM)
    await using mallory = await watch(
      server,
      [
        { kind: 'VIEWER', entityName: 'admin' },
        { kind: 'TEAMS', entityName: 'vision' },
        { kind: 'PRESETS', entityName: 'mallory' },
        { kind: 'SECRETS', entityName: 'mallory' },
      ],
      { apiKey },
    )
    for (const kind of ['PRESETS', 'SECRETS'] as const) {
      await using refused = await watch(server, [{ kind, entityName: 'admin' }], { apiKey })
      expect([refused.status, refused.refusal]).toEqual([404, expect.stringContaining('Cannot find entity "admin"')])
    }
    await using refused = await watch(server, [{ kind: 'USERS' }], { apiKey })
    expect([refused.status, refused.refusal]).toEqual([404, expect.stringContaining('only to those who manage it')])
    await server.addUser('bob')
    for (const mutation of [
      setSecret('first-value'),
      savePreset(1),
      change('add', 'bob'),
      change('remove', 'bob'),
      'mutation { updateViewer(input: {email: "admin@example.org"}) { user { id } } }',
      'mutation { generateApiKey(input: {}) { apiKey { id } } }',
      'mutation { createTeam(input: {teamName: "more"}) { entity { id } } }',
    ])
      await must(server, mutation)
    await server.request('mutation { updateViewer(input: {email: "m@example.org"}) { user { id } } }', {}, { apiKey })
    await mallory.untilTold('config', { kind: 'VIEWER' })
    // That her own key was used is hers to know.
    const told = mallory.messages.flatMap(({ aspects }) => aspects).filter((aspect) => aspect !== 'keys')
    expect(told).toEqual(['ready', 'config'])
  })

  test('shows the users no longer to somebody who ceases to be an administrator', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const apiKey = await server.addUser('bob')
    const setAdmin = (admin: boolean) =>
      must(server, `mutation { updateUser(input: {username: "bob", admin: ${admin}}) { user { id } } }`)
    await setAdmin(true)
    await using bob = await watch(server, [{ kind: 'USERS' }, { kind: 'TEAMS' }, { kind: 'VIEWER' }], { apiKey })
    await must(server, TEAM)
    await bob.untilTold('created', { kind: 'TEAMS' })
    await setAdmin(false)
    await bob.untilTold('gone', { kind: 'USERS' })
    await bob.untilTold('config', { kind: 'VIEWER' })
    await bob.untilTold('members', { kind: 'TEAMS' })
    bob.forget()
    await server.addUser('carol')
    await must(server, change('add', 'carol'))
    await server.request('mutation { updateViewer(input: {email: "b@example.org"}) { user { id } } }', {}, { apiKey })
    await bob.untilTold('config', { kind: 'VIEWER' })
    expect(new Set(bob.messages.map(({ kind }) => kind))).toEqual(new Set(['VIEWER']))
  })
})
