import { copyFile, writeFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { join } from 'node:path'
import type { TestClient } from '@slipway/testkit'
import {
  runProgram,
  requireSuccess,
  startProgram,
  type ProgramEnd,
  type RunningProgram,
} from '../founding-document/run-program.ts'
import { openLaboratory, programPath, readResult, type Laboratory } from './laboratory.ts'

/** A laboratory in whose folder the program `train.py` can be swept. */
export interface SweepSite extends Laboratory {
  /** Runs a `wandb` command to its end. */
  wandb(...arguments_: string[]): Promise<ProgramEnd>
  /** Starts a `wandb` command. */
  startWandb(...arguments_: string[]): RunningProgram
  /** Runs a program in the folder. */
  python(...arguments_: string[]): Promise<ProgramEnd>
  /** Runs one of the small programs of this folder, and answers with its result. */
  runProgram(program: string): Promise<string>
  /** Writes `sweep.yaml`. */
  writeSweepFile(config: object): Promise<void>
  /** Makes a sweep with `wandb sweep` and answers with its id. */
  createSweep(config: object, ...options: string[]): Promise<string>
  /** A sweep as the server shows it. */
  // The tests look into answers of many shapes; each asserts the part it needs.
  // oxlint-disable-next-line typescript/no-explicit-any
  readSweep(name: string): Promise<any>
  /** Reads a sweep again and again until it is as wanted; fails after four minutes with what it is instead. */
  // oxlint-disable-next-line typescript/no-explicit-any
  waitForSweep(name: string, isWanted: (sweep: any) => boolean): Promise<any>
}

const DEADLINE_MS = 240_000

/** With these values the program that is swept runs for ages. */
export const ENDLESS = { steps: { value: 100_000 }, pause: { value: 0.05 } }

/** The states of a sweep's runs, in the order in which they were made. */
// oxlint-disable-next-line typescript/no-explicit-any -- answers have many shapes
export const statesOf = (sweep: any): readonly string[] =>
  sweep.runs.edges.map(({ node }: { node: { state: string } }) => node.state)

const READ = `query($name: String!) { project(name: "lab", entityName: "admin") { sweep(sweepName: $name) {
  state reason method runCount runCountExpected bestLoss
  runs { edges { node { name state config summaryMetrics historyLineCount sweepName } } }
  points { edges { node { number values source state metric run { name state } } } }
  agents { edges { node { host totalRuns } } }
} } }`

/** Opens the site for one stock client. */
export async function openSweepSite(client: TestClient): Promise<SweepSite> {
  const laboratory = await openLaboratory(client)
  const { folder } = laboratory.place
  await copyFile(programPath('sweep_train.py'), join(folder, 'train.py'))
  const { WANDB_SILENT: _silent, ...rest } = laboratory.place.environment
  const environment = {
    ...rest,
    // The agent starts "python", which has to be the one with the client.
    PATH: `${client.binFolder}:${rest['PATH'] ?? ''}`,
    WANDB_ENTITY: 'admin',
    WANDB_PROJECT: 'lab',
    WANDB_AGENT_DISABLE_FLAPPING: 'true',
    // Runs report each second, not each fifteen: what the server does then is the same.
    WANDB_X_FILE_STREAM_TRANSMIT_INTERVAL: '1',
  }
  const place = { folder, environment }
  const command = (arguments_: readonly string[]): [string, ...string[]] => [
    join(client.binFolder, 'wandb'),
    ...arguments_,
  ]
  const site: SweepSite = {
    ...laboratory,
    wandb: (...arguments_) => runProgram(command(arguments_), place),
    startWandb: (...arguments_) => startProgram(command(arguments_), place),
    python: (...arguments_) => runProgram([client.python, ...arguments_], place),
    runProgram: async (program) =>
      readResult(requireSuccess(await runProgram([client.python, programPath(program)], place))),
    writeSweepFile: (config) =>
      writeFile(join(folder, 'sweep.yaml'), JSON.stringify({ program: 'train.py', ...config })),
    async createSweep(config, ...options) {
      await site.writeSweepFile(config)
      const output = requireSuccess(await site.wandb('sweep', ...options, 'sweep.yaml'))
      const name = /sweep with ID: (\w{8})/u.exec(output)?.[1]
      if (name === undefined) throw new Error(`"wandb sweep" told no id:\n${output}`)
      return name
    },
    async readSweep(name) {
      const answer = await laboratory.server.request(READ, { name })
      if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors))
      return answer.data.project.sweep
    },
    async waitForSweep(name, isWanted) {
      for (const end = Date.now() + DEADLINE_MS; ;) {
        const sweep: unknown = await site.readSweep(name)
        if (isWanted(sweep)) return sweep
        if (Date.now() > end) throw new Error(`The sweep did not become as wanted: ${JSON.stringify(sweep)}`)
        await wait(200)
      }
    },
    [Symbol.asyncDispose]: () => laboratory[Symbol.asyncDispose](),
  }
  return site
}
