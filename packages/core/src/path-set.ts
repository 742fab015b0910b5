import type { InputPath } from './input-path.ts'

/** A set of paths, such as those of whole numbers that a config file writes as floats. Usually small. */
export class PathSet {
  readonly #paths = new Set<string>()

  add(path: InputPath): void {
    this.#paths.add(JSON.stringify(path))
  }

  has(path: InputPath): boolean {
    return this.#paths.size > 0 && this.#paths.has(JSON.stringify(path))
  }
}
