import { InvalidInputError } from './errors.ts'
import { formatInputAddress } from './input-address.ts'
import type { InputPath } from './input-path.ts'

/** Throws the refusal of an object that is to replace a scalar or a list in a config file. */
export function refuseObjectOnto(file: string, path: InputPath, isList: boolean): never {
  throw configRefusal(
    file,
    path,
    `it holds ${isList ? 'a list' : 'a single value'}, which an object cannot replace. Give a ${isList ? 'list' : 'single value'}.`,
  )
}

/** A refusal to change one place of a config file, with its address as the one problem. */
export function configRefusal(file: string, path: InputPath, why: string): InvalidInputError {
  const address = formatInputAddress({ file, path })
  const message = `Cannot set "${address}": ${why}`
  return new InvalidInputError(message, { problems: [{ path: address, message }] })
}
