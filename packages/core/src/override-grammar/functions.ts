import { nearestName } from '../nearest-name.ts'
import { type CastName, castValue } from './casts.ts'
import { GrammarFault } from './grammar-fault.ts'
import type { OverrideValue } from './override-value.ts'
import { choiceOf, globOf, intervalOf, rangeOf, shuffled, sorted, tagged } from './sweep-functions.ts'

/** A function as it is called in an override. */
export interface FunctionCall {
  readonly name: string
  readonly positional: readonly OverrideValue[]
  readonly named: ReadonlyMap<string, OverrideValue>
}

type Definition = (call: FunctionCall) => OverrideValue

const FUNCTIONS: ReadonlyMap<string, Definition> = new Map<string, Definition>([
  ...(['int', 'float', 'str', 'bool', 'json_str'] as const).map((name): [string, Definition] => [
    name,
    (call) => cast(name, call),
  ]),
  ['choice', (call) => choiceOf(onlyPositional(call))],
  ['range', (call) => rangeOf(bind(call, ['start', 'stop', 'step']))],
  ['interval', (call) => intervalOf(bind(call, ['start', 'end']))],
  ['glob', (call) => globOf(bind(call, ['include', 'exclude']))],
  ['tag', (call) => tagged(call.positional, namedOnly(call, ['sweep']))],
  ['shuffle', (call) => shuffled(call.positional, namedOnly(call, ['sweep', 'list']))],
  ['sort', (call) => sorted(call.positional, namedOnly(call, ['sweep', 'list', 'reverse']))],
  ['extend_list', (call) => ({ kind: 'extension', items: onlyPositional(call) })],
])

/** Evaluates a function of Hydra's grammar. Throws GrammarFault for an unknown name and for arguments that do not fit. */
export function callOverrideFunction(call: FunctionCall): OverrideValue {
  const definition = FUNCTIONS.get(call.name)
  if (definition !== undefined) return definition(withoutQuotes(call))
  const near = nearestName(call.name, FUNCTIONS.keys())
  const hint = near === null ? `The functions are ${[...FUNCTIONS.keys()].join(', ')}` : `Did you mean "${near}"?`
  throw new GrammarFault(`there is no function "${call.name}". ${hint}`, false)
}

// Quotes have done their work once an argument is known to be text.
function withoutQuotes(call: FunctionCall): FunctionCall {
  return {
    name: call.name,
    positional: call.positional.map(stripQuotes),
    named: new Map([...call.named].map(([name, value]) => [name, stripQuotes(value)])),
  }
}

function stripQuotes(value: OverrideValue): OverrideValue {
  return value.kind === 'text' ? { ...value, isQuoted: false } : value
}

function cast(name: CastName, call: FunctionCall): OverrideValue {
  const { value } = namedOnly(call, ['value'])
  const [first] = call.positional
  if (first !== undefined && value !== undefined && value.kind !== 'null') {
    throw new GrammarFault(`${name}() takes a value either by its place or as "value=", not both`, false)
  }
  if (value !== undefined && value.kind !== 'null') return castValue(name, value)
  if (first === undefined) throw new GrammarFault(`${name}() needs a value`, false)
  if (call.positional.length === 1) return castValue(name, first)
  return castValue(name, { kind: 'choice', items: call.positional, isSimple: true, isShuffled: false, tags: [] })
}

function onlyPositional(call: FunctionCall): readonly OverrideValue[] {
  namedOnly(call, [])
  return call.positional
}

function namedOnly(call: FunctionCall, names: readonly string[]): Readonly<Record<string, OverrideValue | undefined>> {
  const foreign = [...call.named.keys()].find((name) => !names.includes(name))
  if (foreign === undefined) return Object.fromEntries(call.named)
  const allowed = names.length === 0 ? 'It takes none by name' : `It takes ${names.join(', ')}`
  throw new GrammarFault(`${call.name}() has no argument "${foreign}". ${allowed}`, false)
}

function bind(call: FunctionCall, names: readonly string[]): Readonly<Record<string, OverrideValue | undefined>> {
  const named = namedOnly(call, names)
  if (call.positional.length > names.length) {
    throw new GrammarFault(`${call.name}() takes at most ${names.length} arguments: ${names.join(', ')}`, false)
  }
  const bound: Record<string, OverrideValue | undefined> = { ...named }
  for (const [index, value] of call.positional.entries()) {
    const name = names[index] ?? ''
    if (bound[name] !== undefined) throw new GrammarFault(`${call.name}() is given "${name}" twice`, false)
    bound[name] = value
  }
  return bound
}
