import { findDeclaredInput } from '../declared-input.ts'
import { InvalidInputError, KnownError, type Problem } from '../errors.ts'
import { type InputAddress, formatInputAddress } from '../input-address.ts'
import type { InputLayer } from '../input-layers.ts'
import type { JobInputs } from '../job-inputs.ts'
import { type JsonValue, stringifyJson } from '../json.ts'
import { isSecretInput } from '../secret-input.ts'
import { GrammarFault } from './grammar-fault.ts'
import { splitOverride } from './override-text.ts'
import { addressIn, checkPresence, layerOf, placeOf, refuseValue } from './read-overrides.ts'
import { listSweepValues } from './sweep-values.ts'

/** What one `--sweep` goes over: one input, or several that move together. Each step sets all of them. */
export interface SweepAxis {
  readonly addresses: readonly InputAddress[]
  readonly steps: readonly SweepStep[]
}

/** One step of an axis. */
export interface SweepStep {
  readonly values: readonly JsonValue[]
  readonly layers: readonly InputLayer[]
}

/** What a sweep is read against. */
export interface SweepContext {
  readonly inputs: JobInputs
  readonly below: readonly InputLayer[]
  /** A number from 0 up to 1, for shuffle(). */
  readonly random: () => number
}

/**
 * Reads `lr=1e-4,1e-3`, or with `;` between them several inputs that move together: `lr=1e-4,1e-3; batch_size=32,64`.
 * Throws InvalidInputError, also when those have different numbers of values.
 */
export function readSweepAxes(texts: readonly string[], context: SweepContext): readonly SweepAxis[] {
  const problems: Problem[] = []
  const axes: SweepAxis[] = []
  for (const text of texts) {
    try {
      axes.push(readAxis(text, context))
    } catch (error) {
      if (!(error instanceof KnownError)) throw error
      problems.push(...(error.details.problems ?? [{ path: text, message: error.message }]))
    }
  }
  const twice = findTwice(axes.flatMap(({ addresses }) => addresses.map(formatInputAddress)))
  if (twice !== undefined) {
    problems.push({ path: twice, message: `Cannot sweep over "${twice}" twice: give all its values at one place.` })
  }
  if (problems.length > 0) throw new InvalidInputError('Cannot read the sweep:', { problems })
  return axes
}

function readAxis(text: string, context: SweepContext): SweepAxis {
  const columns = splitAtSemicolons(text).map((part) => readColumn(part, context))
  const [first] = columns
  const uneven = columns.find(({ values }) => values.length !== first?.values.length)
  if (first === undefined || uneven !== undefined) {
    const counts = columns.map(({ path, values }) => `${path} has ${values.length}`).join(', ')
    throw refuse(text, `Cannot move together what is in "${text}": ${counts}. Give each the same number of values.`)
  }
  return {
    addresses: columns.map(({ address }) => address),
    steps: first.values.map((_value, index) => ({
      values: columns.map(({ values }) => values[index] ?? null),
      layers: columns.map(({ address, path, values }) => {
        const value = values[index] ?? null
        return layerOf(address, value, `${path}=${typeof value === 'string' ? value : stringifyJson(value)}`)
      }),
    })),
  }
}

interface Column {
  readonly address: InputAddress
  readonly path: string
  readonly values: readonly JsonValue[]
}

function readColumn(text: string, { inputs, below, random }: SweepContext): Column {
  const written = splitOverride(text)
  const address = addressIn(inputs, written.address)
  const path = formatInputAddress(address)
  if (written.kind === 'delete' || written.value === null) {
    throw refuse(path, `Cannot sweep over "${text}": a deletion has no values. Give it beside the sweep.`)
  }
  if (address.path.length === 0)
    throw refuse(path, `Cannot sweep over "${path}": it is a whole file. Name an input in it.`)
  if (isSecretInput(inputs, address)) {
    throw refuse(path, `Cannot sweep over "${path}": it takes a secret. Set it beside the sweep.`)
  }
  try {
    const { choices } = findDeclaredInput(inputs, address)
    const values = listSweepValues(written.value, { ...placeOf(written, inputs, below), choices, random })
    for (const value of values) checkPresence(written, inputs, below, value)
    return { address, path, values }
  } catch (error) {
    throw error instanceof GrammarFault ? refuseValue(written, error) : error
  }
}

// A semicolon outside quotes never is part of a value: the grammar knows none.
function splitAtSemicolons(text: string): readonly string[] {
  const parts = text.match(/(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[^;])+/gsu) ?? []
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

function findTwice(names: readonly string[]): string | undefined {
  return names.find((name, index) => names.indexOf(name) !== index)
}

function refuse(path: string, message: string): InvalidInputError {
  return new InvalidInputError(message, { problems: [{ path, message }] })
}
