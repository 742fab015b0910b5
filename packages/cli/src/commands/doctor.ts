import type { Command } from 'commander'
import type { Cli } from '../cli.ts'
import type { DoctorOptions } from '../doctor/run-doctor.ts'
import { withExample } from './example.ts'

/** Defines `slipway doctor`. */
export function registerDoctorCommand(program: Command, cli: Cli): void {
  withExample(
    program
      .command('doctor')
      .description('check server, key, client, agents and disk, and say what to do')
      .option('--data <folder>', 'the data folder of the server; that of this folder, unless given'),
    'slipway doctor',
  ).action((options: DoctorOptions) =>
    cli.show(options, async () => (await import('../doctor/run-doctor.ts')).runDoctor(cli.terminal, options)),
  )
}
