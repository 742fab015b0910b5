import { decodeJobInputs, formatInputAddress, jobInputSchema, resolveInputs, stringifyJson } from '@slipway/core'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import { connect } from '../connection.ts'
import type { Terminal } from '../terminal.ts'
import { findJobVersion } from './find-job-version.ts'
import { formatInputs } from './show-job.ts'

/** Options of `slipway job inputs`. */
export interface ShowInputsOptions extends CommonOptions {
  readonly schema?: boolean
}

/** Shows the inputs of a job version: as a table, or as one JSON Schema that other programs can use. */
export async function showInputs(terminal: Terminal, name: string, options: ShowInputsOptions): Promise<CommandResult> {
  const version = await findJobVersion(await connect(terminal), name)
  const inputs = decodeJobInputs(version.inputs)
  if (options.schema === true) {
    const document = jobInputSchema(inputs, version.path)
    return { document, text: stringifyJson(document, 2) }
  }
  return {
    document: resolveInputs(inputs, { config: {}, files: {} }).map((input) => ({
      input: formatInputAddress(input.address),
      file: input.address.file,
      type: input.type,
      ...(input.default === undefined ? {} : { default: input.default }),
      schema: input.schema,
    })),
    text: formatInputs(terminal, version),
  }
}
