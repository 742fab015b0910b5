import { decodeJobInputs, formatInputAddress, type JsonValue, resolveInputs, stringifyJson } from '@slipway/core'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import { connect } from '../connection.ts'
import { showAge } from '../show-time.ts'
import { showValue } from '../show-value.ts'
import { formatFields, formatTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'
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
        ['From run', version.sourceRun === null ? null : (version.sourceRun.displayName ?? version.sourceRun.name)],
        ['Source', version.sourceType],
        ['Command', version.entryPoint?.join(' ') ?? null],
        [version.runtime?.startsWith('Node ') === true ? 'Runtime' : 'Python', version.runtime],
      ]),
      formatInputs(terminal, version),
    ].join('\n\n'),
  }
}

function formatInputs({ stdout }: Terminal, version: FoundJobVersion): string {
  if (version.isPartial) return 'Its inputs are not known until its first run; until then a launch may set any.'
  const inputs = resolveInputs(decodeJobInputs(version.inputs), { config: {}, files: {} })
  if (inputs.length === 0) return 'It has no inputs: a launch runs it as it is.'
  const rows = inputs.map((input) => [
    formatInputAddress(input.address),
    input.type,
    showValue(input.default),
    input.schema === null ? '' : describeSchema(input.schema),
  ])
  return formatTable(stdout, ['INPUT', 'TYPE', 'DEFAULT', ''], rows)
}

const SHOWN_KEYWORDS = ['minimum', 'exclusiveMinimum', 'maximum', 'exclusiveMaximum', 'enum', 'pattern', 'format']

function describeSchema(schema: Readonly<Record<string, JsonValue>>): string {
  const rules = SHOWN_KEYWORDS.flatMap((keyword) => {
    const value = schema[keyword]
    return value === undefined ? [] : [`${keyword} ${stringifyJson(value)}`]
  })
  const description = schema['description']
  return [...(typeof description === 'string' ? [description] : []), ...rules].join('; ')
}
