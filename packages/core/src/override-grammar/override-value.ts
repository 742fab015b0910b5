/** A value without parts, as the grammar reads it. `source` is how it was written. */
export type OverrideScalar =
  | { readonly kind: 'null'; readonly source: string }
  | { readonly kind: 'bool'; readonly value: boolean; readonly source: string }
  | { readonly kind: 'int'; readonly value: number; readonly source: string }
  | { readonly kind: 'float'; readonly value: number; readonly source: string }
  | OverrideText

/** Text; `isInterpolated` when it holds `${...}` outside quotes. */
export interface OverrideText {
  readonly kind: 'text'
  readonly value: string
  readonly source: string
  readonly isQuoted: boolean
  readonly isInterpolated: boolean
}

/** A list in square brackets. `isShuffled` asks for a random order. */
export interface OverrideList {
  readonly kind: 'list'
  readonly items: readonly OverrideValue[]
  readonly isShuffled: boolean
}

/** An object in braces. Keys need not be text. */
export interface OverrideObject {
  readonly kind: 'object'
  readonly entries: readonly (readonly [OverrideScalar, OverrideValue])[]
}

/** Several values of which each gives a launch of its own; `a,b` is the simple way to write `choice(a,b)`. */
export interface OverrideChoice {
  readonly kind: 'choice'
  readonly items: readonly OverrideValue[]
  readonly isSimple: boolean
  readonly isShuffled: boolean
  readonly tags: readonly string[]
}

/** The numbers from `start` on in steps, `stop` not among them. */
export interface OverrideRange {
  readonly kind: 'range'
  readonly start: OverrideNumber
  readonly stop: OverrideNumber
  readonly step: OverrideNumber
  readonly isShuffled: boolean
  readonly tags: readonly string[]
}

/** All numbers between two; only a search can choose among them. */
export interface OverrideInterval {
  readonly kind: 'interval'
  readonly start: OverrideScalar
  readonly end: OverrideScalar
  readonly tags: readonly string[]
}

/** Those of the allowed values whose names fit one of the patterns. */
export interface OverrideGlob {
  readonly kind: 'glob'
  readonly include: readonly string[]
  readonly exclude: readonly string[]
}

/** Items to add to the list that is there. */
export interface OverrideExtension {
  readonly kind: 'extension'
  readonly items: readonly OverrideValue[]
}

/** A number, or true and false, which count as 1 and 0. */
export type OverrideNumber = Extract<OverrideScalar, { readonly kind: 'bool' | 'int' | 'float' }>

/** What stands for several values. */
export type OverrideSweep = OverrideChoice | OverrideRange | OverrideInterval

/** The right side of an override, with its functions evaluated. */
export type OverrideValue =
  | OverrideScalar
  | OverrideList
  | OverrideObject
  | OverrideSweep
  | OverrideGlob
  | OverrideExtension

/** Tells numbers from other values. */
export function isOverrideNumber(value: OverrideValue): value is OverrideNumber {
  return value.kind === 'int' || value.kind === 'float' || value.kind === 'bool'
}

/** Tells what stands for several values. */
export function isOverrideSweep(value: OverrideValue): value is OverrideSweep {
  return value.kind === 'choice' || value.kind === 'range' || value.kind === 'interval'
}

/** Tells a value without parts. */
export function isOverrideScalar(value: OverrideValue): value is OverrideScalar {
  return isOverrideNumber(value) || value.kind === 'text' || value.kind === 'null'
}

/** Makes a text as if it had been typed without quotes. */
export function overrideText(value: string): OverrideText {
  return { kind: 'text', value, source: value, isQuoted: false, isInterpolated: false }
}
