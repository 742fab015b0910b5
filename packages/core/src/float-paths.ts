import type { InputPath } from './input-path.ts'

/** The paths of whole numbers that a config file writes as floats. Usually few, so they are kept apart from the values. */
export class FloatPaths {
  readonly #paths = new Set<string>()

  add(path: InputPath): void {
    this.#paths.add(JSON.stringify(path))
  }

  has(path: InputPath): boolean {
    return this.#paths.size > 0 && this.#paths.has(JSON.stringify(path))
  }
}
