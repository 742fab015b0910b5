import { InvalidInputError } from './errors.ts'

/** How deep lists and objects may be nested. Deeper text is refused, so that no later walk can exhaust the stack. */
const MAX_DEPTH = 500

/** Refuses a value that is nested too deep; `source` names where it was read. Throws InvalidInputError. */
export function refuseDeepNesting(source: string, value: unknown): void {
  if (isDeeperThan(value, MAX_DEPTH)) throw tooDeep(source)
}

/** Runs a parser, whose own recursion may exhaust the stack before the value can be looked at. */
export function readNested<T>(source: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw error instanceof RangeError ? tooDeep(source, error) : error
  }
}

function isDeeperThan(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (depth === 0) return true
  for (const item of Object.values(value) as readonly unknown[]) {
    if (typeof item === 'object' && isDeeperThan(item, depth - 1)) return true
  }
  return false
}

function tooDeep(source: string, cause?: RangeError): InvalidInputError {
  return new InvalidInputError(`Cannot read ${source}: it is nested more than ${MAX_DEPTH} levels deep. Flatten it.`, {
    cause,
  })
}
