import type { InputAddress } from './input-address.ts'
import type { JobInputs } from './job-inputs.ts'
import { findInputFile } from './override-problems.ts'
import { scopeAtPath } from './schema-scope.ts'
import { getOwn } from './own-key.ts'

/** Whether an input takes a secret by reference, so that nothing that somebody typed for it may be shown. */
export function isSecretInput(inputs: JobInputs, { file, path }: InputAddress): boolean {
  const known = file === null ? null : findInputFile(inputs, file)
  const group = file === null ? inputs.config : known === null ? null : getOwn(inputs.files, known)
  return group !== null && group !== undefined && group.schema !== null && scopeAtPath(group.schema, path).isSecret
}
