import type { Command } from 'commander'
import type { DrainAgentOptions, StopAgentOptions } from '../agent/end-agent.ts'
import type { ListAgentsOptions } from '../agent/list-agents.ts'
import type { ShowAgentOptions } from '../agent/show-agent.ts'
import type { StartAgentOptions } from '../agent/start-agent.ts'
import type { Cli } from '../cli.ts'
import { collect, withExample, withPaging } from './example.ts'

const AGENT = 'its name or the beginning of it, its id, or the host that it runs on'

/** Defines `slipway agent ...`. */
export function registerAgentCommands(program: Command, cli: Cli): void {
  const { terminal } = cli
  const agent = program.command('agent').description('run a launch agent, and look after those that run')
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
    cli.show(options, async () => (await import('../agent/start-agent.ts')).startAgent(terminal, options)),
  )
  withExample(
    withPaging(
      agent
        .command('list')
        .description('list launch agents: where they run, their queues, and what they have in work')
        .option('--entity <name>', "those of this person or team; yours and your teams', unless given")
        .option('--queue <name>', 'only those that listen to this queue')
        .option('--ended', 'also those that have ended or are lost, of the last week'),
    ),
    'slipway agent list',
  ).action((options: ListAgentsOptions) =>
    cli.show(options, async () => (await import('../agent/list-agents.ts')).listAgents(terminal, options)),
  )
  withExample(
    withEntity(
      agent
        .command('show')
        .description('show a launch agent with the items that it has in work')
        .argument('<agent>', AGENT),
    ),
    'slipway agent show agent-4f7a2k9x',
  ).action((name: string, options: ShowAgentOptions) =>
    cli.show(options, async () => (await import('../agent/show-agent.ts')).showAgent(terminal, name, options)),
  )
  withExample(
    withEntity(
      agent
        .command('drain')
        .description('ask a launch agent to take no more items, finish what runs, and end')
        .argument('<agent>', AGENT),
    ).option('--wait', 'wait until it has ended'),
    'slipway agent drain gpu-box-3 --wait',
  ).action((name: string, options: DrainAgentOptions) =>
    cli.show(options, async () => (await import('../agent/end-agent.ts')).drainAgent(terminal, name, options)),
  )
  withExample(
    withEntity(
      agent.command('stop').description('ask a launch agent to stop what runs, and end').argument('<agent>', AGENT),
    )
      .option('--wait', 'wait until it has ended')
      .option('--yes', 'do not ask, also when something runs'),
    'slipway agent stop agent-4f7a2k9x --wait',
  ).action((name: string, options: StopAgentOptions) =>
    cli.show(options, async () => (await import('../agent/end-agent.ts')).stopAgent(terminal, name, options)),
  )
}

function withEntity(command: Command): Command {
  return command.option('--entity <name>', "the person or team that it belongs to; yours and your teams', unless given")
}
