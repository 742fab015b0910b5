/** What the stock client's system tests ask the fixture service for. Source: wandb client, tests/system_tests/backend_fixtures. */
export type FixtureCommand =
  | { readonly kind: 'add user'; readonly username: string; readonly isAdmin: boolean }
  | { readonly kind: 'set password'; readonly username: string; readonly password: string; readonly isAdmin: boolean }
  | { readonly kind: 'remove user'; readonly username: string }
  | { readonly kind: 'add organization'; readonly organization: string; readonly username: string }
  | {
      readonly kind: 'add members'
      readonly organization: string
      readonly members: readonly { readonly username: string; readonly role: string }[]
    }
  | { readonly kind: 'remove organization'; readonly organization: string }
  | { readonly kind: 'add team'; readonly team: string; readonly organization: string; readonly username: string }

/** Reads the body of a request to a path such as `/db/user`; null for a command that is not known. Throws TypeError for a missing field. */
export function parseFixtureCommand(path: string, body: unknown): FixtureCommand | null {
  const command = readObject(body, 'the body')
  switch (`${path} ${readText(command, 'command')}`) {
    case '/db/user up':
      return { kind: 'add user', username: readText(command, 'username'), isAdmin: command['admin'] === true }
    case '/db/user password':
      return {
        kind: 'set password',
        username: readText(command, 'username'),
        password: readText(command, 'password'),
        isAdmin: command['admin'] === true,
      }
    case '/db/user down':
      return { kind: 'remove user', username: readText(command, 'username') }
    case '/db/organization up':
      return {
        kind: 'add organization',
        organization: readText(command, 'orgName'),
        username: readText(command, 'username'),
      }
    case '/db/organization add_members':
      return {
        kind: 'add members',
        organization: readText(command, 'orgName'),
        members: readMembers(readObject(command['fixtureData'], 'fixtureData')['members']),
      }
    case '/db/organization down':
      return { kind: 'remove organization', organization: readText(command, 'orgName') }
    case '/db/team up': {
      const fixture = readObject(command['fixtureData'], 'fixtureData')
      return {
        kind: 'add team',
        team: readText(readObject(fixture['team'], 'team'), 'name'),
        organization: readText(readObject(fixture['organization'], 'organization'), 'name'),
        username: readText(command, 'username'),
      }
    }
    default:
      return null
  }
}

function readMembers(value: unknown): readonly { readonly username: string; readonly role: string }[] {
  if (!Array.isArray(value)) throw new TypeError('members is not a list')
  return value.map((entry) => {
    const member = readObject(entry, 'a member')
    return { username: readText(member, 'username'), role: readText(member, 'role') }
  })
}

function readObject(value: unknown, name: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw new TypeError(`${name} is not an object`)
  return value as Readonly<Record<string, unknown>>
}

function readText(object: Readonly<Record<string, unknown>>, name: string): string {
  const value = object[name]
  if (typeof value !== 'string' || value === '') throw new TypeError(`${name} is not a text`)
  return value
}
