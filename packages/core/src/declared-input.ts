import type { InputAddress } from './input-address.ts'
import type { InputType } from './input-type.ts'
import type { JobInputGroup, JobInputs } from './job-inputs.ts'
import { type JsonObject, type JsonValue, isJsonObject } from './json.ts'
import { getOwn } from './own-key.ts'
import { SchemaScope } from './schema-scope.ts'

/** What a job says of one input. */
export interface DeclaredInput {
  /** False for a key that the job does not know. */
  readonly isKnown: boolean
  /** The captured type, or what the schema says instead; null when neither tells. */
  readonly type: InputType | null
  /** The values that the schema allows, when it lists them. */
  readonly choices: readonly JsonValue[] | null
}

/** Looks an input up by its address; the file goes by the name that the job gives it. */
export function findDeclaredInput(inputs: JobInputs, { file, path }: InputAddress): DeclaredInput {
  const group = groupOf(inputs, file)
  if (group === null) return { isKnown: false, type: null, choices: null }
  let type: InputType | undefined = group.type
  let scope = SchemaScope.of(group.schema)
  for (const key of path) {
    if (type?.kind !== 'any') type = type?.kind === 'object' ? getOwn(type.fields, key) : undefined
    scope = scope.below(key)
  }
  const schema = scope.toSchema()
  return {
    isKnown: type !== undefined || scope.isDeclared,
    type: schemaType(schema) ?? type ?? null,
    choices: schema === null ? null : findChoices(schema),
  }
}

/** The inputs of the run config, or of one file; null where there are none. */
export function groupOf(inputs: JobInputs, file: string | null): JobInputGroup | null {
  return file === null ? inputs.config : (getOwn(inputs.files, file) ?? null)
}

// Only where the schema leaves no doubt: how text is read depends on it.
function schemaType(schema: JsonObject | null): InputType | null {
  const { type } = schema ?? {}
  if (type === 'string') return { kind: 'str' }
  return type === 'boolean' ? { kind: 'bool' } : null
}

function findChoices(schema: JsonObject): readonly JsonValue[] | null {
  const { enum: allowed, allOf } = schema
  if (Array.isArray(allowed)) return allowed as readonly JsonValue[]
  if (!Array.isArray(allOf)) return null
  for (const part of allOf as readonly JsonValue[]) {
    const found = isJsonObject(part) ? findChoices(part) : null
    if (found !== null) return found
  }
  return null
}
