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
    case 'add members':
    case 'remove organization':
      throw new Error(`Cannot ${command.kind} "${command.organization}": this server keeps no organizations.`)
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

async function send(server: TestServer, query: string, variables: Record<string, unknown>) {
  const answer = await server.request(query, variables)
  if (answer.errors !== undefined) throw new Error(answer.errors.map(({ message }) => message).join(' '))
  return answer.data
}
