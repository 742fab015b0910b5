import type { Command } from 'commander'
import type { StartAgentOptions } from '../agent/start-agent.ts'
import type { Cli } from '../cli.ts'
import { withExample } from './example.ts'

const collect = (value: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), value]

/** Defines `slipway agent ...`. */
export function registerAgentCommands(program: Command, cli: Cli): void {
  const agent = program.command('agent').description('run a launch agent')
  withExample(
    agent
      .command('start')
      .description('take items from run queues and run them on this machine, until Ctrl-C')
      .option('--queue <name>', 'a queue to listen to, "default" unless given; may be repeated', collect)
      .option('--entity <name>', 'the person or team that owns the queues; you, unless given')
      .option('--max-jobs <count>', 'how many programs run at once; -1 is no limit', '1')
      .option('--state <folder>', 'where the agent keeps its id, items and caches', '.slipway-agent'),
    'slipway agent start --queue gpu --max-jobs 2',
  ).action((options: StartAgentOptions) =>
    cli.show(options, async () => (await import('../agent/start-agent.ts')).startAgent(cli.terminal, options)),
  )
}
