import type { Problem } from './errors.ts'
import { type JsonObject, type JsonValue, isJsonObject } from './json.ts'
import { getOwn, setOwn } from './own-key.ts'

/** Reads known keys of one wire object, notes a problem for each of the wrong form, and keeps the others as `rest`. */
export class SpecReader {
  readonly #source: JsonObject
  readonly #prefix: string
  readonly #problems: Problem[]
  readonly #seen = new Set<string>()

  constructor(source: JsonObject, prefix: string, problems: Problem[]) {
    this.#source = source
    this.#prefix = prefix
    this.#problems = problems
  }

  text(key: string): string | null {
    return this.#read(key, 'text', (value) => (typeof value === 'string' ? value : undefined))
  }

  count(key: string): number {
    return this.wholeNumber(key) ?? 0
  }

  /** A whole number from 0; null when it is left out. */
  wholeNumber(key: string): number | null {
    return this.#read(key, 'a whole number from 0', (value) =>
      typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined,
    )
  }

  object(key: string): JsonObject {
    return this.#read(key, 'an object', (value) => (isJsonObject(value) ? value : undefined)) ?? {}
  }

  texts(key: string): readonly string[] | null {
    return this.#read(key, 'a list of texts', (value) =>
      Array.isArray(value) && value.every((item) => typeof item === 'string')
        ? (value as readonly string[])
        : undefined,
    )
  }

  /** An object of objects; an entry that is null is left out, as the client skips it. */
  objects(key: string): Readonly<Record<string, JsonObject>> {
    const objects: Record<string, JsonObject> = {}
    for (const [name, value] of Object.entries(this.object(key))) {
      if (isJsonObject(value)) setOwn(objects, name, value)
      else if (value !== null) this.#refuse(`${key}.${name}`, 'an object', value)
    }
    return objects
  }

  /** An object of texts. */
  textMap(key: string): Readonly<Record<string, string>> {
    const texts: Record<string, string> = {}
    for (const [name, value] of Object.entries(this.object(key))) {
      if (typeof value === 'string') setOwn(texts, name, value)
      else this.#refuse(`${key}.${name}`, 'text', value)
    }
    return texts
  }

  rest(): JsonObject {
    return Object.fromEntries(Object.entries(this.#source).filter(([key]) => !this.#seen.has(key)))
  }

  #read<T>(key: string, wanted: string, convert: (value: JsonValue) => T | undefined): T | null {
    this.#seen.add(key)
    const value = getOwn(this.#source, key)
    if (value === undefined || value === null) return null
    const converted = convert(value)
    if (converted === undefined) this.#refuse(key, wanted, value)
    return converted ?? null
  }

  #refuse(key: string, wanted: string, value: JsonValue): void {
    const path = `${this.#prefix}${key}`
    const given = Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : `a ${typeof value}`
    this.#problems.push({ path, message: `"${path}" must be ${wanted}, not ${given}.` })
  }
}
