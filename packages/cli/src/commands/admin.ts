import type { Command } from 'commander'
import type { CreateKeyOptions } from '../admin/create-key.ts'
import type { CreateUserOptions } from '../admin/create-user.ts'
import type { ListKeysOptions } from '../admin/list-keys.ts'
import type { OrganizationOptions } from '../admin/organization.ts'
import type { ListUsersOptions } from '../admin/list-users.ts'
import type { RevokeKeyOptions } from '../admin/revoke-key.ts'
import type {
  AddTeamMemberOptions,
  CreateTeamOptions,
  ListTeamsOptions,
  RemoveTeamMemberOptions,
} from '../admin/team.ts'
import type { UpdateUserOptions } from '../admin/update-user.ts'
import type { Cli } from '../cli.ts'
import type { CommonOptions } from '../command-result.ts'
import { withExample, withPaging } from './example.ts'

/** Defines `slipway admin ...`. */
export function registerAdminCommands(program: Command, cli: Cli): void {
  const admin = program.command('admin').description('manage people, teams, keys and login links')
  registerUserCommands(admin, cli)
  registerTeamCommands(admin, cli)
  registerKeyCommands(admin, cli)
  withExample(
    admin
      .command('organization')
      .description('show or name the organization that this server is, for programs that ask for one')
      .argument('[name]')
      .option('--remove', 'make it none again'),
    'slipway admin organization acme',
  ).action((name: string | undefined, options: OrganizationOptions) =>
    cli.show(options, async () =>
      (await import('../admin/organization.ts')).showOrganization(cli.terminal, name, options),
    ),
  )
  withExample(
    admin.command('login-link').description('create a link that logs your browser in once, within a day'),
    'slipway admin login-link',
  ).action((options: CommonOptions) =>
    cli.show(options, async () => (await import('../admin/create-login-link.ts')).createLoginLink(cli.terminal)),
  )
}

function registerUserCommands(admin: Command, cli: Cli): void {
  const { terminal } = cli
  const user = admin.command('user').description('manage people')
  withExample(
    user
      .command('create')
      .description('create a user, with a new API key or a given one')
      .argument('<name>')
      .option(
        '--api-key <->',
        'import a key, read from stdin: at least 40 letters, digits, "_" or "-" after the first "-"',
      )
      .option('--email <address>')
      .option('--admin', 'make the user an administrator'),
    'slipway admin user create ann',
    'slipway admin user create ann --api-key - < key.txt',
  ).action((name: string, options: CreateUserOptions) =>
    cli.show(options, async () => (await import('../admin/create-user.ts')).createUser(terminal, name, options)),
  )
  withExample(
    withPaging(user.command('list').description('list users, with their teams and when they were last seen')),
    'slipway admin user list',
  ).action((options: ListUsersOptions) =>
    cli.show(options, async () => (await import('../admin/list-users.ts')).listUsers(terminal, options)),
  )
  withExample(
    user
      .command('update')
      .description('make a user an administrator or not, or set the e-mail address')
      .argument('<name>')
      .option('--admin', 'make the user an administrator')
      .option('--no-admin', 'take that away again')
      .option('--email <address>', 'the e-mail address; "" removes it'),
    'slipway admin user update ann --admin',
  ).action((name: string, options: UpdateUserOptions) =>
    cli.show(options, async () => (await import('../admin/update-user.ts')).updateUser(terminal, name, options)),
  )
}

function registerTeamCommands(admin: Command, cli: Cli): void {
  const { terminal } = cli
  const team = admin.command('team').description('manage teams')
  withExample(
    team
      .command('create')
      .description('create a team')
      .argument('<name>')
      .option('--owner <user>', 'its first administrator; you, unless given'),
    'slipway admin team create vision --owner ann',
  ).action((name: string, options: CreateTeamOptions) =>
    cli.show(options, async () => (await import('../admin/team.ts')).createTeam(terminal, name, options)),
  )
  withExample(
    withPaging(team.command('list').description('list your teams with their people; for an administrator all teams')),
    'slipway admin team list',
  ).action((options: ListTeamsOptions) =>
    cli.show(options, async () => (await import('../admin/team.ts')).listTeams(terminal, options)),
  )
  withExample(
    team
      .command('add')
      .description('add a user to a team, or change whether a member manages it')
      .argument('<team>')
      .argument('<user>')
      .option('--admin', 'let the user manage the team'),
    'slipway admin team add vision bob',
  ).action((name: string, username: string, options: AddTeamMemberOptions) =>
    cli.show(options, async () => (await import('../admin/team.ts')).addTeamMember(terminal, name, username, options)),
  )
  withExample(
    team
      .command('remove')
      .description('take a user out of a team')
      .argument('<team>')
      .argument('<user>')
      .option('--yes', 'do not ask'),
    'slipway admin team remove vision bob',
  ).action((name: string, username: string, options: RemoveTeamMemberOptions) =>
    cli.show(options, async () =>
      (await import('../admin/team.ts')).removeTeamMember(terminal, name, username, options),
    ),
  )
}

function registerKeyCommands(admin: Command, cli: Cli): void {
  const { terminal } = cli
  const key = admin.command('key').description('manage API keys')
  withExample(
    key
      .command('create')
      .description('create an API key; it is shown once')
      .option('--user <name>', 'whose key it is; yours, unless given')
      .option('--description <text>', 'what it is for'),
    'slipway admin key create --description "CI of team vision"',
  ).action((options: CreateKeyOptions) =>
    cli.show(options, async () => (await import('../admin/create-key.ts')).createKey(terminal, options)),
  )
  withExample(
    withPaging(
      key
        .command('list')
        .description('list API keys by their first characters, with their last use')
        .option('--user <name>', 'those of this user; yours, unless given')
        .option('--all-users', 'those of everybody'),
    ),
    'slipway admin key list --all-users',
  ).action((options: ListKeysOptions) =>
    cli.show(options, async () => (await import('../admin/list-keys.ts')).listKeys(terminal, options)),
  )
  withExample(
    key
      .command('revoke')
      .description('revoke an API key; whoever uses it is refused from then on')
      .argument('[key]', 'its id, or its first characters')
      .option('--user <name>', 'a key of this user')
      .option('--all-keys', 'all keys of that user, so that nobody can log in as them')
      .option('--yes', 'do not ask'),
    'slipway admin key revoke 7',
    'slipway admin key revoke --user ann --all-keys',
  ).action((text: string | undefined, options: RevokeKeyOptions) =>
    cli.show(options, async () => (await import('../admin/revoke-key.ts')).revokeKeys(terminal, text, options)),
  )
}
