import { decodeJobInputs, resolveInputs } from '@slipway/core'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import { connect } from '../connection.ts'
import { showAge } from '../show-time.ts'
import { formatFields } from '../table.ts'
import type { Terminal } from '../terminal.ts'
import { formatInputTable } from './describe-inputs.ts'
import { findJobVersion, type FoundJobVersion } from './find-job-version.ts'

/** Options of `slipway job show`. */
export type ShowJobOptions = CommonOptions

/** Shows a job version with all its inputs. */
export async function showJob(terminal: Terminal, name: string): Promise<CommandResult> {
  const version = await findJobVersion(await connect(terminal), name)
  const { stdout } = terminal
  return {
    document: version,
    text: [
      formatFields(stdout, [
        ['Job', version.path],
        ['Aliases', version.aliases.join(', ') || null],
        ['Captured', showAge(version.createdAt, Date.now())],
        ['From run', describeRun(version)],
        ['Source', version.sourceType],
        ['Command', version.entryPoint?.join(' ') ?? null],
        [version.runtime?.startsWith('Node ') === true ? 'Runtime' : 'Python', version.runtime],
        ...version.warnings.map((warning): [string, string] => ['Warning', warning]),
      ]),
      formatInputs(terminal, version),
    ].join('\n\n'),
  }
}

function describeRun({ sourceRun: run }: FoundJobVersion): string | null {
  if (run === null) return null
  return run.displayName === null || run.displayName === run.name ? run.name : `${run.name} (${run.displayName})`
}

/** The inputs of a job version as a table, or why there is none. */
export function formatInputs(terminal: Terminal, version: FoundJobVersion): string {
  if (version.isPartial) return 'Its inputs are not known until its first run; until then a launch may set any.'
  const inputs = resolveInputs(decodeJobInputs(version.inputs), { config: {}, files: {} })
  return inputs.length === 0 ? 'It has no inputs: a launch runs it as it is.' : formatInputTable(terminal, inputs)
}
