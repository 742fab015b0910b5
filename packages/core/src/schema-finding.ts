import type { JsonValue } from './json.ts'

/** Where in a value a check looks, innermost step first; null is the whole value. Numbers are places in a list. */
export type Place = { readonly parent: Place; readonly key: string | number } | null

/** One rule of a schema that a value breaks. */
export interface Finding {
  readonly place: Place
  /** The schema keyword that the value breaks. */
  readonly keyword: string
  /** The schema that holds the keyword. */
  readonly schema: JsonValue
  readonly value: JsonValue
}

/** The steps that lead to a place, outermost first. */
export function placeSteps(place: Place): (string | number)[] {
  const steps: (string | number)[] = []
  for (let step = place; step !== null; step = step.parent) steps.push(step.key)
  return steps.toReversed()
}

/** Which keys and items of one value some part of a schema has looked at; `unevaluated...` keywords need it. */
export class Evaluated {
  readonly keys = new Set<string>()
  readonly items = new Set<number>()

  add(other: Evaluated): void {
    for (const key of other.keys) this.keys.add(key)
    for (const item of other.items) this.items.add(item)
  }
}
