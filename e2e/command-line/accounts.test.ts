import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CommandPlace, readDocument, runCommand } from './command.ts'
import { type CommandSite, openSite } from './site.ts'

let site: CommandSite
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site[Symbol.asyncDispose]())

const slipway = (...arguments_: readonly string[]) => site.slipway(...arguments_)
const document = (...arguments_: readonly string[]) => site.document(...arguments_)

/** A person's home without any login. */
async function aHome(name: string, environment: Readonly<Record<string, string>> = {}): Promise<CommandPlace> {
  const folder = join(site.place.folder, name)
  await mkdir(folder, { recursive: true })
  return { folder, environment }
}

describe('login, whoami and logout', () => {
  test('a key from stdin is checked, kept for its owner alone, told apart, and forgotten again', async () => {
    const home = await aHome('ann')
    const login = await runCommand(['login', '--host', site.server.url, '--key-stdin'], {
      ...home,
      input: `${site.server.apiKey}\n`,
    })
    expect(login).toMatchObject({ exitCode: 0, stderr: '' })
    const file = join(home.folder, '.config/slipway/config.json')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    const who = await runCommand(['whoami'], home)
    expect(who.stdout).toContain(`Server        ${site.server.url}`)
    expect(who.stdout).toMatch(/^User +admin, an administrator$/m)
    expect(who.stdout).toMatch(/^Key from +"slipway login" \(.*config\.json\)$/m)
    const out = await runCommand(['logout'], home)
    expect(out.stdout)
      .toBe(`Logged out of ${site.server.url}: removed ${file}. The key itself stays valid; revoke it with: slipway admin key revoke
Nothing else logs you in here.
`)
    expect(await runCommand(['whoami'], home)).toMatchObject({ exitCode: 4 })
    expect((await runCommand(['logout'], home)).stdout).toContain(`There was no login in ${file}.`)
    for (const { stdout, stderr } of [login, who, out]) expect(stdout + stderr).not.toContain(site.server.apiKey)
  })

  test.each([
    [['login', 'local-0123456789'], 'Cannot take the API key as an argument'],
    [['login', '--key', 'local-0123456789'], 'Cannot take the API key as an argument'],
    [['login', '--host', 'x'], 'it is not an address of a server'],
    [['login', '--host', 'http://me:pw@host'], 'the address holds a user name or a password'],
    [['admin', 'user', 'create', 'x', '--api-key', 'local-0123456789'], 'Cannot take the API key as an argument'],
  ])('%j is refused, and the secret is not repeated', async (arguments_, message) => {
    const ended = await runCommand(arguments_, await aHome('nobody'))
    expect(ended.exitCode).toBe(2)
    expect(ended.stderr).toContain(message)
    expect(ended.stderr).not.toMatch(/0123456789|pw@/)
  })

  test('whoami tells a key of the environment, of a started server and of "wandb login" apart', async () => {
    const { url, apiKey } = site.server
    const ours = await aHome('ours', { SLIPWAY_URL: url, SLIPWAY_API_KEY: apiKey })
    expect(await readDocument(['whoami'], ours)).toMatchObject({
      keySource: { kind: 'environment', name: 'SLIPWAY_API_KEY' },
    })
    const started = await aHome('started')
    await mkdir(join(started.folder, '.slipway'))
    await writeFile(join(started.folder, '.slipway/client.json'), JSON.stringify({ baseUrl: url, apiKey }))
    expect(await readDocument(['whoami'], started)).toMatchObject({ keySource: { kind: 'data folder' } })
    const rest = await runCommand(['logout'], started)
    expect(rest.stdout).toContain(`Commands here still use ${url}, with the key from the server started here`)
    const netrc = await aHome('netrc', { WANDB_BASE_URL: url })
    await writeFile(join(netrc.folder, '.netrc'), `machine ${new URL(url).host}\n  login user\n  password ${apiKey}\n`)
    expect(await readDocument(['whoami'], netrc)).toMatchObject({ username: 'admin', keySource: { kind: 'netrc' } })
    expect(
      (await runCommand(['whoami'], await aHome('other', { WANDB_BASE_URL: 'http://127.0.0.2:1' }))).exitCode,
    ).toBe(4)
  })

  test('a key that the server does not know is named by where it comes from', async () => {
    const home = await aHome('wrong', { SLIPWAY_URL: site.server.url, SLIPWAY_API_KEY: 'local-wrong' })
    const ended = await runCommand(['whoami'], home)
    expect(ended.exitCode).toBe(4)
    expect(ended.stderr).not.toContain('local-wrong')
  })
})

describe('people and teams', () => {
  let bob: CommandPlace
  beforeAll(async () => {
    bob = site.as((await document('admin', 'user', 'create', 'bob', '--email', 'bob@example.org')).apiKey)
  })

  test('users are listed with roles, teams and when they were last seen, to administrators only', async () => {
    await slipway('admin', 'team', 'create', 'vision')
    await slipway('admin', 'team', 'add', 'vision', 'bob')
    const { stdout } = await slipway('admin', 'user', 'list')
    expect(stdout).toMatch(/^USER +ROLE +E-MAIL +TEAMS +KEYS +LAST SEEN +CREATED$/m)
    expect(stdout).toMatch(/^bob +user +bob@example\.org +vision +1 +never +\d+ \w+ ago$/m)
    expect(await runCommand(['admin', 'user', 'list'], bob)).toMatchObject({
      exitCode: 4,
      stderr: expect.stringContaining('Cannot list users: only an administrator may.'),
    })
    expect((await document('admin', 'user', 'list')).map(({ username }: { username: string }) => username)).toEqual([
      'admin',
      'bob',
    ])
  })

  test('long lists end at a limit and say so, and are read to their end with --all', async () => {
    await slipway('admin', 'team', 'create', 'art')
    await slipway('queue', 'create', 'gpu', '--resource', 'local-process')
    await slipway('queue', 'create', 'cpu', '--resource', 'local-process')
    for (const [list, first] of [
      [['admin', 'user'], 'admin'],
      [['admin', 'team'], 'art'],
      [['queue'], 'cpu'],
    ] as const) {
      const cut = await slipway(...list, 'list', '--limit', '1')
      expect(cut.stdout.split('\n')[1]).toMatch(new RegExp(`^${first} `))
      expect(cut.stdout.trimEnd().split('\n')).toHaveLength(2)
      expect(cut.stderr).toMatch(/These are the first 1 .*\. See more with --limit COUNT or --all\./)
      const all = await slipway(...list, 'list', '--all')
      expect(all.stdout.trimEnd().split('\n').length).toBeGreaterThan(2)
      expect(all.stderr).not.toContain('See more')
    }
    expect((await slipway('admin', 'key', 'list', '--limit', 'many')).exitCode).toBe(2)
  })

  test('teams are listed to their members, and somebody is taken out after a question', async () => {
    expect((await slipway('admin', 'team', 'list')).stdout).toMatch(/^vision +2 +admin +bob$/m)
    expect((await runCommand(['admin', 'team', 'list'], bob)).stdout).toMatch(/^vision +2/m)
    const asked = await slipway('admin', 'team', 'remove', 'vision', 'bob')
    expect(asked).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('Take bob out of team "vision"?') })
    expect(await slipway('admin', 'team', 'remove', 'vision', 'bbo', '--yes')).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining('Did you mean "bob"?'),
    })
    expect(await document('admin', 'team', 'remove', 'vision', 'bob', '--yes')).toEqual({
      team: 'vision',
      username: 'bob',
    })
    expect((await runCommand(['admin', 'team', 'list'], bob)).stdout).toBe(
      'No teams yet. Create one with: slipway admin team create NAME\n',
    )
    expect((await slipway('admin', 'team', 'remove', 'none', 'bob', '--yes')).exitCode).toBe(3)
  })

  test('the organization that the server is gets a name by administrators only, and loses it again', async () => {
    expect((await slipway('admin', 'organization')).stdout).toContain('This server is no organization.')
    expect(await document('admin', 'organization', 'acme')).toEqual({ name: 'acme' })
    expect((await runCommand(['admin', 'organization'], bob)).stdout).toContain('is the organization "acme"')
    expect(await runCommand(['admin', 'organization', 'bobs'], bob)).toMatchObject({ exitCode: 4 })
    expect(await slipway('admin', 'organization', 'bobs', '--remove')).toMatchObject({ exitCode: 2 })
    expect(await document('admin', 'organization', '--remove')).toEqual({ name: null })
  })

  test('a user is made an administrator; the last one cannot go', async () => {
    expect(await slipway('admin', 'user', 'update', 'admin', '--no-admin')).toMatchObject({
      exitCode: 6,
      stderr: expect.stringContaining('no administrator would be left'),
    })
    expect((await slipway('admin', 'user', 'update', 'bob', '--admin', '--email', '')).stdout).toBe(
      'User "bob" is an administrator.\n',
    )
    expect(await document('admin', 'user', 'update', 'bob', '--no-admin')).toEqual({
      username: 'bob',
      isAdmin: false,
      email: null,
    })
    expect(await slipway('admin', 'user', 'update', 'bbo', '--admin')).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining('Did you mean "bob"?'),
    })
    expect(await slipway('admin', 'user', 'update', 'bob')).toMatchObject({ exitCode: 2 })
    expect(await runCommand(['admin', 'user', 'update', 'admin', '--no-admin'], bob)).toMatchObject({ exitCode: 4 })
  })

  test('a key is made, shown once, listed by its beginning, and revoked after a question', async () => {
    const made = await slipway('admin', 'key', 'create', '--user', 'bob', '--description', 'CI of vision')
    const key = made.stdout.trimEnd().split('\n').at(-1) ?? ''
    expect(made.stdout).toContain('The API key, shown this once:')
    expect((await runCommand(['whoami'], site.as(key))).stdout).toContain('bob')
    const { stdout } = await slipway('admin', 'key', 'list', '--user', 'bob')
    expect(stdout).toMatch(/^ID +KEY +USER +DESCRIPTION +CREATED +LAST USED$/m)
    expect(stdout).toMatch(/^\d+ +local-\w{4}\.\.\. +bob +CI of vision +\d+ \w+ ago +\d+ \w+ ago$/m)
    expect(stdout).not.toContain(key)
    const { id } = (await document('admin', 'key', 'list', '--user', 'bob')).at(-1)
    expect(await slipway('admin', 'key', 'revoke', String(id))).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(/Revoke local-\w{4}\.\.\. of "bob" \(last used .*\)\? Whoever uses it is refused/),
    })
    expect(await document('admin', 'key', 'revoke', String(id), '--yes')).toMatchObject({
      revoked: [{ id, username: 'bob' }],
    })
    expect(await runCommand(['whoami'], site.as(key))).toMatchObject({ exitCode: 4 })
    expect((await document('admin', 'key', 'list', '--all-users')).length).toBe(2)
  })

  test.each([
    [['admin', 'key', 'revoke', 'zzz-none', '--yes'], 3, 'there is none of that id or beginning'],
    [['admin', 'key', 'revoke', 'local-', '--yes'], 2, 'Cannot tell which key "local-" is meant'],
    [['admin', 'key', 'revoke', `local-${'a'.repeat(40)}`], 2, 'Cannot take a whole API key as an argument'],
    [['admin', 'key', 'revoke', '--yes'], 2, 'Cannot tell which key to revoke'],
    [['admin', 'key', 'revoke', '--all-keys'], 2, 'say whose with --user'],
    [['admin', 'key', 'create', '--user', 'nobody'], 3, 'Cannot find user "nobody"'],
    [['admin', 'key', 'list', '--user', 'bbo'], 3, 'Did you mean "bob"?'],
  ])('%j is refused with exit code %d', async (arguments_, exitCode, message) => {
    const ended = await slipway(...arguments_)
    expect(ended.stderr).toContain(message)
    expect(ended.exitCode).toBe(exitCode)
  })

  test('all keys of a user are revoked at once; nobody but an administrator touches those of others', async () => {
    for (const command of [
      ['list', '--all-users'],
      ['list', '--user', 'admin'],
      ['create', '--user', 'admin'],
    ]) {
      expect(await runCommand(['admin', 'key', ...command], bob)).toMatchObject({ exitCode: 4 })
    }
    expect(await runCommand(['admin', 'key', 'revoke', '1', '--yes'], bob)).toMatchObject({ exitCode: 3 })
    expect((await document('admin', 'key', 'revoke', '--user', 'bob', '--all-keys', '--yes')).revoked).toHaveLength(1)
    expect(await runCommand(['whoami'], bob)).toMatchObject({ exitCode: 4 })
  })
})

test('a login file that others may read is written anew for its owner alone', async () => {
  const home = await aHome('loose')
  const file = join(home.folder, '.config/slipway/config.json')
  await mkdir(join(home.folder, '.config/slipway'), { recursive: true })
  await writeFile(file, '{}', { mode: 0o644 })
  await runCommand(['login', '--host', site.server.url], { ...home, input: site.server.apiKey })
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(JSON.parse(await readFile(file, 'utf8')).apiKey).toBe(site.server.apiKey)
})
