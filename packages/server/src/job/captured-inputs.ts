import {
  formatInputPath,
  fromWandbType,
  inferInputType,
  isJsonObject,
  KnownError,
  normalizeInputSchema,
  parseConfigFile,
  type InputPath,
  withoutPlainSecrets,
  type InputType,
  type JobInputGroup,
  type JsonObject,
  type JsonValue,
  type ParsedConfigFile,
} from '@slipway/core'

/** A group of inputs, and what could not be read of it. */
export interface CapturedGroup {
  readonly group: JobInputGroup
  readonly warnings: readonly string[]
}

/**
 * Reads the inputs of the run config: the captured leaves with their values in the config of the capturing run. Without a
 * type tree every key of the config is an input. `floats` are the whole numbers that the program's source wrote as floats.
 */
export function captureConfig(
  wandbType: JsonValue | null,
  schema: JsonValue | undefined,
  config: JsonObject,
  floats: ReadonlySet<string>,
): CapturedGroup {
  const captured = wandbType === null ? inferInputType(config) : withoutInternalKey(fromWandbType(wandbType))
  const defaults = pickCaptured(config, captured)
  const read = readSchema('the run config', schema)
  return {
    group: withoutPlainSecrets({
      type: refine(captured, defaults, [], (path) => floats.has(formatInputPath(path))),
      schema: read.schema,
      defaults,
    }),
    warnings: read.warnings,
  }
}

/** Reads the inputs of a config file: the captured leaves with their values in the file's text. */
export function captureFile(
  path: string,
  wandbType: JsonValue | null,
  schema: JsonValue | undefined,
  text: string | null,
): CapturedGroup {
  const captured = fromWandbType(wandbType)
  const read = readSchema(`"${path}"`, schema)
  const parsed = readConfigFile(path, text)
  if (typeof parsed === 'string') {
    return { group: { type: captured, schema: read.schema, defaults: {} }, warnings: [parsed, ...read.warnings] }
  }
  const defaults = pickCaptured(parsed.value, captured)
  return {
    group: withoutPlainSecrets({ type: refine(captured, defaults, [], parsed.isFloat), schema: read.schema, defaults }),
    warnings: read.warnings,
  }
}

/** The contents of a config file, or a sentence that says why there are none. */
function readConfigFile(path: string, text: string | null): ParsedConfigFile | string {
  if (text === null)
    return `The defaults of "${path}" are unknown: the run that captured the job has not saved the file. Capture the job again.`
  try {
    return parseConfigFile(path, text)
  } catch (error) {
    if (error instanceof KnownError) return `The defaults of "${path}" are unknown: ${error.message}`
    throw error
  }
}

function readSchema(
  what: string,
  schema: JsonValue | undefined,
): { readonly schema: JsonObject | null; readonly warnings: readonly string[] } {
  if (schema === undefined || schema === null) return { schema: null, warnings: [] }
  try {
    return { schema: normalizeInputSchema(schema), warnings: [] }
  } catch (error) {
    if (!(error instanceof KnownError)) throw error
    return { schema: null, warnings: [`The schema of ${what} is not used. ${error.message}`] }
  }
}

/** The client's own key is never an input. */
function withoutInternalKey(type: InputType): InputType {
  if (type.kind !== 'object') return type
  return { kind: 'object', fields: Object.fromEntries(Object.entries(type.fields).filter(([key]) => key !== '_wandb')) }
}

/** The values of exactly the leaves that a type has. */
function pickCaptured(tree: JsonObject, type: InputType): JsonObject {
  if (type.kind !== 'object') return tree
  const picked: [string, JsonValue][] = []
  for (const [key, value] of Object.entries(tree)) {
    const field = Object.hasOwn(type.fields, key) ? type.fields[key] : undefined
    if (field === undefined) continue
    picked.push([key, isJsonObject(value) && field.kind === 'object' ? pickCaptured(value, field) : value])
  }
  return Object.fromEntries(picked)
}

/**
 * Makes a captured type exact by the default value: the client knows `number` only, and reads YAML by other rules than
 * Python does. What it could not read (`any`) stays open.
 */
function refine(
  type: InputType,
  value: JsonValue | undefined,
  path: readonly string[],
  isFloat: (path: InputPath) => boolean,
): InputType {
  if (type.kind === 'any' || value === undefined) return type
  if (type.kind !== 'object' || !isJsonObject(value)) {
    return inferInputType(value, { isFloat: (below) => isFloat([...path, ...below]) })
  }
  const keys = [...new Set([...Object.keys(value), ...Object.keys(type.fields)])]
  const fields = keys.flatMap((key): [string, InputType][] => {
    const field = Object.hasOwn(type.fields, key) ? type.fields[key] : undefined
    const below = Object.hasOwn(value, key) ? value[key] : undefined
    return field === undefined ? [] : [[key, refine(field, below, [...path, key], isFloat)]]
  })
  return { kind: 'object', fields: Object.fromEntries(fields) }
}
