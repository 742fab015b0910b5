import type { Command } from 'commander'
import type { AddTeamMemberOptions, CreateTeamOptions } from '../admin/team.ts'
import type { CreateUserOptions } from '../admin/create-user.ts'
import type { Cli } from '../cli.ts'
import type { CommonOptions } from '../command-result.ts'
import { withExample } from './example.ts'

/** Defines `slipway admin ...`. */
export function registerAdminCommands(program: Command, cli: Cli): void {
  const admin = program.command('admin').description('manage people, teams and login links')
  const user = admin.command('user').description('manage people')
  withExample(
    user
      .command('create')
      .description('make a user, with a new API key or a given one')
      .argument('<name>')
      .option('--api-key <key>', 'a key to import, at least 40 letters, digits, "_" or "-"; "-" reads it from stdin')
      .option('--email <address>')
      .option('--admin', 'make the user an administrator'),
    'slipway admin user create ann',
    'slipway admin user create ann --api-key - < key.txt',
  ).action((name: string, options: CreateUserOptions) =>
    cli.show(options, async () => (await import('../admin/create-user.ts')).createUser(cli.terminal, name, options)),
  )
  withExample(
    admin.command('login-link').description('make a link that logs your browser in once, within a day'),
    'slipway admin login-link',
  ).action((options: CommonOptions) =>
    cli.show(options, async () => (await import('../admin/create-login-link.ts')).createLoginLink(cli.terminal)),
  )
  const team = admin.command('team').description('manage teams')
  withExample(
    team
      .command('create')
      .description('make a team')
      .argument('<name>')
      .option('--owner <user>', 'its first administrator; you, unless given'),
    'slipway admin team create vision --owner ann',
  ).action((name: string, options: CreateTeamOptions) =>
    cli.show(options, async () => (await import('../admin/team.ts')).createTeam(cli.terminal, name, options)),
  )
  withExample(
    team
      .command('add')
      .description('add a user to a team')
      .argument('<team>')
      .argument('<user>')
      .option('--admin', 'let the user manage the team'),
    'slipway admin team add vision bob',
  ).action((name: string, username: string, options: AddTeamMemberOptions) =>
    cli.show(options, async () =>
      (await import('../admin/team.ts')).addTeamMember(cli.terminal, name, username, options),
    ),
  )
}
