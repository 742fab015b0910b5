import {
  findInputFile,
  formatInputAddress,
  type InputAddress,
  type InputLayer,
  type InputType,
  InvalidInputError,
  isJsonObject,
  isSecretInput,
  type JobInputs,
  type JsonObject,
  type JsonValue,
  KnownError,
  parseInputAddress,
  type Problem,
  setInput,
} from '@slipway/core'
import { parseValue } from './parse-value.ts'

/**
 * Reads `--set PATH=VALUE` and `--set FILE:PATH=VALUE` into one layer each. The first `=` ends the path. `FILE:={...}` sets
 * several values of a file at once. Throws one InvalidInputError that names each assignment that cannot be read.
 */
export function parseAssignments(assignments: readonly string[], inputs: JobInputs): readonly InputLayer[] {
  const layers: InputLayer[] = []
  const problems: Problem[] = []
  for (const assignment of assignments) {
    try {
      const { address, value } = parseAssignment(assignment, inputs)
      const tree = treeOf(address, value)
      layers.push({
        origin: { kind: 'command-line', text: assignment },
        overrides:
          address.file === null ? { config: tree, files: {} } : { config: {}, files: { [address.file]: tree } },
        removals: [],
      })
    } catch (error) {
      if (!(error instanceof KnownError)) throw error
      problems.push({ path: assignment.split('=')[0] ?? '', message: error.message })
    }
  }
  if (problems.length > 0) throw new InvalidInputError('Cannot read what to set:', { problems })
  return layers
}

function parseAssignment(
  text: string,
  inputs: JobInputs,
): { readonly address: InputAddress; readonly value: JsonValue } {
  const equals = text.indexOf('=')
  if (equals <= 0) {
    throw new InvalidInputError(`Cannot set "${text}": write INPUT=VALUE, such as trainer.learning_rate=0.1.`)
  }
  const written = parseInputAddress(text.slice(0, equals))
  const file = written.file === null ? null : (findInputFile(inputs, written.file) ?? written.file)
  const address = { file, path: written.path }
  // As it is: no message about how it could not be read may repeat it.
  if (isSecretInput(inputs, address)) return { address, value: text.slice(equals + 1) }
  return { address, value: parseValue(text.slice(equals + 1), findInputType(inputs, address), text.slice(0, equals)) }
}

function treeOf(address: InputAddress, value: JsonValue): JsonObject {
  if (address.path.length > 0) return setInput({}, address.path, value)
  if (isJsonObject(value)) return value
  throw new InvalidInputError(
    `Cannot set "${formatInputAddress(address)}": the whole of a file is an object, such as {batch_size: 64}.`,
  )
}

/** The declared type of an input; null when it is not known. */
function findInputType(inputs: JobInputs, { file, path }: InputAddress): InputType | null {
  const group = file === null ? inputs.config : Object.hasOwn(inputs.files, file) ? inputs.files[file] : null
  let type: InputType | undefined = group?.type
  for (const key of path) {
    type = type?.kind === 'object' && Object.hasOwn(type.fields, key) ? type.fields[key] : undefined
  }
  return type ?? null
}
