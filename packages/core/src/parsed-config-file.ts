import type { InputPath } from './input-path.ts'
import type { JsonObject } from './json.ts'

/** The contents of a config file, and what its text tells beyond the values. */
export interface ParsedConfigFile {
  readonly value: JsonObject
  /** Tells whether the whole number at this path was written as a float, such as `1.0`. */
  readonly isFloat: (path: InputPath) => boolean
}
