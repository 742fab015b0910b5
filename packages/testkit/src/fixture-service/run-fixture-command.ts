import type { TestServer } from '../test-server.ts'
import type { FixtureCommand } from './fixture-command.ts'

/**
 * Does what a command of the stock client's system tests asks for, through the server's own API as its administrator.
 * Throws Error with the server's refusal.
 */
export async function runFixtureCommand(server: TestServer, command: FixtureCommand): Promise<void> {
  switch (command.kind) {
    case 'add user':
      // The user is made together with the key, which only the command after this one tells.
      return
    case 'set password':
      await send(
        server,
        'mutation($username: String, $key: String, $admin: Boolean) { createUser(input: {username: $username, apiKey: $key, admin: $admin}) { user { id } } }',
        { username: command.username, key: command.password, admin: command.isAdmin },
      )
      return
    case 'remove user':
      return removeKeys(server, command.username)
    case 'add organization':
      return addOrganization(server, command.organization)
    case 'add members':
      return addMembers(server, command)
    case 'remove organization':
      if ((await readOrganization(server)) === command.organization) await nameOrganization(server, null)
      return
    case 'add team':
      await send(
        server,
        'mutation($team: String!, $username: String) { createTeam(input: {teamName: $team, teamAdminUserName: $username}) { entity { id } } }',
        { team: command.team, username: command.username },
      )
      return
  }
}

/** The server deletes no users: without a key a user is shut out, and its name is random, so that nothing is in the way of another. */
async function removeKeys(server: TestServer, username: string): Promise<void> {
  const { user } = await send(
    server,
    'query($username: String!) { user(userName: $username) { apiKeys { edges { node { id } } } } }',
    { username },
  )
  for (const { node } of user?.apiKeys.edges ?? []) {
    await send(server, 'mutation($id: String!) { deleteApiKey(input: {id: $id}) { success } }', { id: node.id })
  }
}

/** A server is one organization: one that has a name already becomes no second one. */
async function addOrganization(server: TestServer, name: string): Promise<void> {
  const known = await readOrganization(server)
  if (known !== null && known !== name) {
    throw new Error(`Cannot add organization "${name}": this server is the organization "${known}" already.`)
  }
  await nameOrganization(server, name)
}

/** Whoever has an account belongs to the organization, and nobody has a role in it. */
async function addMembers(
  server: TestServer,
  { organization, members }: Extract<FixtureCommand, { readonly kind: 'add members' }>,
): Promise<void> {
  const other = members.find(({ role }) => role !== 'member')
  if (other !== undefined) {
    throw new Error(
      `Cannot make "${other.username}" ${other.role} of organization "${organization}": this server has no roles in it.`,
    )
  }
  if ((await readOrganization(server)) !== organization) {
    throw new Error(`Cannot add members to organization "${organization}": this server is not that one.`)
  }
}

async function readOrganization(server: TestServer): Promise<string | null> {
  const { viewer } = await send(server, '{ viewer { organizations { name } } }', {})
  return viewer.organizations[0]?.name ?? null
}

async function nameOrganization(server: TestServer, name: string | null): Promise<void> {
  await send(server, 'mutation($name: String) { setOrganization(input: {name: $name}) { organization { name } } }', {
    name,
  })
}

async function send(server: TestServer, query: string, variables: Record<string, unknown>) {
  const answer = await server.request(query, variables)
  if (answer.errors !== undefined) throw new Error(answer.errors.map(({ message }) => message).join(' '))
  return answer.data
}
