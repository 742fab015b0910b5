import { InvalidInputError, isJsonObject, type JsonObject, type JsonValue, mergeInputs, parseJson } from '@slipway/core'
import { isDeepStrictEqual } from 'node:util'
import { toJsonText } from './json-text.ts'

/** The run config in the program. */
export interface RunConfig {
  readonly values: JsonObject
  /** Sets keys of the first level. A key that the launch has set stays as it is, and `warn` is told. */
  update(values: object, options: { readonly allowValueChange?: boolean }): void
}

/**
 * Makes the run config from what the program gives and what the launch asks for: objects merge deeply, everything else is
 * replaced, and the keys of the launch are locked (wandb client, launch overrides).
 */
export function createRunConfig(
  given: JsonObject,
  overrides: JsonObject,
  hooks: { readonly warn: (message: string) => void; readonly onChange: (config: JsonObject) => void },
): RunConfig {
  const locked = new Set(Object.keys(overrides))
  let current = freeze(mergeInputs(given, overrides))
  return {
    get values() {
      return current
    },
    update(values, { allowValueChange = false }) {
      const wanted = toConfig(values, 'the config')
      const taken: [string, JsonValue][] = []
      for (const [key, value] of Object.entries(wanted)) {
        if (locked.has(key)) {
          if (!isDeepStrictEqual(current[key], value))
            hooks.warn(`The config's "${key}" was set by the launch and stays as it is.`)
          continue
        }
        if (!allowValueChange && Object.hasOwn(current, key) && !isDeepStrictEqual(current[key], value)) {
          throw new InvalidInputError(
            `Cannot change the config's "${key}" from ${toJsonText(current[key], key)} to ${toJsonText(value, key)}: a run has one config. Use updateConfig(values, { allowValueChange: true }) if you mean it.`,
          )
        }
        taken.push([key, value])
      }
      if (taken.length === 0) return
      current = freeze({ ...current, ...Object.fromEntries(taken) })
      hooks.onChange(current)
    },
  }
}

/** Reads what a program gives as a config. Throws InvalidInputError for what JSON cannot hold. */
export function toConfig(values: unknown, what: string): JsonObject {
  const copy = parseJson(toJsonText(values, what))
  if (isJsonObject(copy)) return copy
  throw new InvalidInputError(`Cannot use ${what}: it is not an object. Give names and values, such as { epochs: 10 }.`)
}

/** Nobody may change a config but through `update`, which is what the server hears of. */
function freeze<T extends JsonValue>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const item of Object.values(value)) freeze(item)
  return Object.freeze(value)
}
