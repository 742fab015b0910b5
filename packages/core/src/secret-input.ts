import type { InputAddress } from './input-address.ts'
import { flattenInputs, setInput } from './input-merge.ts'
import type { JobInputGroup, JobInputs } from './job-inputs.ts'
import { isJsonObject, type JsonObject, type JsonValue, stringifyJson } from './json.ts'
import { findInputFile } from './override-problems.ts'
import { type SchemaScope, scopeAtPath } from './schema-scope.ts'
import { parseSecretReference } from './secret-reference.ts'
import { getOwn } from './own-key.ts'

/** Whether an input takes a secret by reference, so that nothing that somebody typed for it may be shown. */
export function isSecretInput(inputs: JobInputs, { file, path }: InputAddress): boolean {
  const schema = schemaOf(inputs, file)
  return schema !== null && scopeAtPath(schema, path).isSecret
}

/**
 * Whether a value that stands at an address is a secret in plain text, or holds one: what is neither a reference to a secret
 * nor nothing, where the schema says that a secret is. Of the run config, or of one config file.
 */
export function holdsPlainSecret(inputs: JobInputs, { file, path }: InputAddress, value: JsonValue): boolean {
  const schema = schemaOf(inputs, file)
  return schema !== null && namesSecret(schema) && holdsPlainText(scopeAtPath(schema, path), value)
}

/** Whether some input of the run config (`file` is null) or of a config file may be a secret. */
export function mayHoldSecrets(inputs: JobInputs, file: string | null): boolean {
  const schema = schemaOf(inputs, file)
  return schema !== null && namesSecret(schema)
}

/**
 * A group without the defaults that are secrets in plain text: what a program had there when it was captured is nobody's to
 * see. Its type still has these inputs.
 */
export function withoutPlainSecrets(group: JobInputGroup): JobInputGroup {
  const { schema } = group
  if (schema === null || !namesSecret(schema)) return group
  let defaults: JsonObject = {}
  for (const { path, value } of flattenInputs(group.defaults)) {
    if (!holdsPlainText(scopeAtPath(schema, path), value)) defaults = setInput(defaults, path, value)
  }
  return { ...group, defaults }
}

function schemaOf(inputs: JobInputs, file: string | null): JsonObject | null {
  const known = file === null ? null : findInputFile(inputs, file)
  const group = file === null ? inputs.config : known === null ? undefined : getOwn(inputs.files, known)
  return group?.schema ?? null
}

function namesSecret(schema: JsonObject): boolean {
  return stringifyJson(schema).includes('"format":"secret"')
}

function holdsPlainText(scope: SchemaScope, value: JsonValue): boolean {
  if (scope.isSecret) return !isWithoutPlainText(value)
  if (Array.isArray(value)) {
    const elements = scope.elements()
    return (value as readonly JsonValue[]).some((element) => holdsPlainText(elements, element))
  }
  return isJsonObject(value) && Object.entries(value).some(([key, below]) => holdsPlainText(scope.below(key), below))
}

function isWithoutPlainText(value: JsonValue): boolean {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).every(isWithoutPlainText)
  return value === null || typeof value === 'boolean' || parseSecretReference(value) !== null
}
