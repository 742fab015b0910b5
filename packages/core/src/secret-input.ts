import type { InputAddress } from './input-address.ts'
import { flattenInputs, setInput } from './input-merge.ts'
import type { JobInputGroup, JobInputs } from './job-inputs.ts'
import { type JsonObject, type JsonValue, stringifyJson } from './json.ts'
import { findInputFile } from './override-problems.ts'
import { scopeAtPath } from './schema-scope.ts'
import { parseSecretReference } from './secret-reference.ts'
import { getOwn } from './own-key.ts'

/** Whether an input takes a secret by reference, so that nothing that somebody typed for it may be shown. */
export function isSecretInput(inputs: JobInputs, { file, path }: InputAddress): boolean {
  const known = file === null ? null : findInputFile(inputs, file)
  const group = file === null ? inputs.config : known === null ? null : getOwn(inputs.files, known)
  return group !== null && group !== undefined && group.schema !== null && scopeAtPath(group.schema, path).isSecret
}

/**
 * A group without the defaults that are secrets in plain text: what a program had there when it was captured is nobody's to
 * see. Its type still has these inputs.
 */
export function withoutPlainSecrets(group: JobInputGroup): JobInputGroup {
  const { schema } = group
  if (schema === null || !stringifyJson(schema).includes('"format":"secret"')) return group
  let defaults: JsonObject = {}
  for (const { path, value } of flattenInputs(group.defaults)) {
    if (!scopeAtPath(schema, path).mayHoldSecret || isWithoutPlainText(value))
      defaults = setInput(defaults, path, value)
  }
  return { ...group, defaults }
}

function isWithoutPlainText(value: JsonValue): boolean {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).every(isWithoutPlainText)
  return value === null || typeof value === 'boolean' || parseSecretReference(value) !== null
}
