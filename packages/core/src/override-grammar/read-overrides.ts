import { findDeclaredInput, groupOf } from '../declared-input.ts'
import { InvalidInputError, KnownError, type Problem } from '../errors.ts'
import { type InputAddress, formatInputAddress } from '../input-address.ts'
import { type InputLayer, composeInputs } from '../input-layers.ts'
import { getInput, mergeInputs, setInput } from '../input-merge.ts'
import { removedPaths, removeInputs } from '../input-removals.ts'
import type { JobInputs } from '../job-inputs.ts'
import { isSameJson } from '../json-equality.ts'
import { type JsonObject, type JsonValue, isJsonObject, stringifyJson } from '../json.ts'
import { findInputFile } from '../override-problems.ts'
import { getOwn } from '../own-key.ts'
import { findRemovalProblem } from '../removal-problems.ts'
import { isSecretInput } from '../secret-input.ts'
import { GrammarFault } from './grammar-fault.ts'
import { readInputValue, type ValuePlace } from './input-value.ts'
import { type OverrideText, splitOverride } from './override-text.ts'

const MAX_QUOTED = 60

/**
 * Reads overrides as they are typed, `a.b=1`, `+a=1`, `++a=1`, `~a`, into one layer each. What an override means may depend
 * on what is there already: on the job's defaults, on the layers `below`, and on the overrides before it. Throws one
 * InvalidInputError that names each override that cannot be read.
 */
export function readOverrides(
  texts: readonly string[],
  inputs: JobInputs,
  below: readonly InputLayer[],
): readonly InputLayer[] {
  const layers: InputLayer[] = []
  const problems: Problem[] = []
  for (const text of texts) {
    try {
      layers.push(readOverride(splitOverride(text), inputs, [...below, ...layers]))
    } catch (error) {
      if (!(error instanceof KnownError)) throw error
      problems.push(...(error.details.problems ?? [{ path: pathOf(text), message: error.message }]))
    }
  }
  if (problems.length > 0) throw new InvalidInputError('Cannot read what to set:', { problems })
  return layers
}

/** A layer that sets one value. */
export function layerOf(address: InputAddress, value: JsonValue, text: string): InputLayer {
  const tree = treeOf(address, value)
  return {
    origin: { kind: 'command-line', text },
    overrides: address.file === null ? { config: tree, files: {} } : { config: {}, files: { [address.file]: tree } },
    removals: [],
  }
}

/** The address of an override with the file's name as the job gives it. */
export function addressIn(inputs: JobInputs, { file, path }: InputAddress): InputAddress {
  return { file: file === null ? null : (findInputFile(inputs, file) ?? file), path }
}

/** What is known of the place that an override sets, and what is there now. */
export function placeOf(written: OverrideText, inputs: JobInputs, below: readonly InputLayer[]): ValuePlace {
  const address = addressIn(inputs, written.address)
  return {
    type: findDeclaredInput(inputs, address).type,
    isFile: address.file !== null,
    isChange: written.kind === 'set',
    present: () => presentValue(inputs, below, address),
  }
}

/** Words a fault of a value as the refusal of its override. */
export function refuseValue({ address, value }: OverrideText, fault: GrammarFault): InvalidInputError {
  const text = value ?? ''
  const shown = text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED - 1)}…` : text
  const path = formatInputAddress(address)
  const why = /[.?]$/u.test(fault.message) ? fault.message : `${fault.message}.`
  return refuse(path, `Cannot set "${path}" to ${shown}: ${why}`)
}

/** Refuses a plus that is missing or too much. */
export function checkPresence(
  written: OverrideText,
  inputs: JobInputs,
  below: readonly InputLayer[],
  value: JsonValue,
): void {
  const address = addressIn(inputs, written.address)
  const path = formatInputAddress(address)
  const isOpen = inputs.allowsExtraKeys && !inputs.isPartial
  if (written.kind === 'add' && address.path.length > 0 && !Array.isArray(value) && !isJsonObject(value)) {
    const present = presentValue(inputs, below, address)
    if (present === undefined) return
    const shown = stringifyJson(present).slice(0, MAX_QUOTED)
    throw refuse(
      path,
      `Cannot add "${path}": it is there already, as ${shown}. Write "${path}=..." to change it, or "++${path}=..." to do either.`,
    )
  }
  if (written.kind !== 'set' || !isOpen || address.path.length === 0) return
  if (findDeclaredInput(inputs, address).isKnown || presentValue(inputs, below, address) !== undefined) return
  throw refuse(
    path,
    `Cannot set "${path}": it is not an input of this job, which takes further keys. Write "+${path}=..." to add it.`,
  )
}

function readOverride(written: OverrideText, inputs: JobInputs, below: readonly InputLayer[]): InputLayer {
  const address = addressIn(inputs, written.address)
  if (isSecretInput(inputs, address)) return readSecret(written, address)
  if (written.kind === 'delete') return readRemoval(written, inputs, below)
  const value = readValue(written, inputs, below)
  checkPresence(written, inputs, below, value)
  return layerOf(address, value, written.text)
}

// Taken as it is: no message about how it could not be read, and no origin, may repeat it.
function readSecret(written: OverrideText, address: InputAddress): InputLayer {
  const path = formatInputAddress(address)
  if (written.kind !== 'delete') return layerOf(address, written.value ?? '', `${path}=...`)
  throw refuse(path, `Cannot delete "${path}": it takes a secret. Set it to null, or to secret://NAME.`)
}

function readValue(written: OverrideText, inputs: JobInputs, below: readonly InputLayer[]): JsonValue {
  try {
    return readInputValue(written.value ?? '', placeOf(written, inputs, below))
  } catch (error) {
    throw error instanceof GrammarFault ? refuseValue(written, error) : error
  }
}

function readRemoval(written: OverrideText, inputs: JobInputs, below: readonly InputLayer[]): InputLayer {
  const address = addressIn(inputs, written.address)
  const path = formatInputAddress(address)
  const present = presentValue(inputs, below, address)
  const isDefault = getInput(groupOf(inputs, address.file)?.defaults ?? {}, address.path) !== undefined
  const isFromLayers = present !== undefined && !isDefault && !inputs.isPartial
  const problem = isFromLayers ? null : findRemovalProblem(inputs, address)
  // What nobody knows is refused with the names that there are, once all is known: see findOverrideProblems.
  if (problem !== null && !problem.isUnknown) throw refuse(path, problem.message)
  if (problem === null && present === undefined && !inputs.isPartial)
    throw refuse(path, `Cannot delete "${path}": there is no value to delete.`)
  if (written.value !== null) {
    const expected = readValue(written, inputs, below)
    if (present !== undefined && !isSameJson(present, expected)) {
      const [is, not] = [present, expected].map((value) => stringifyJson(value).slice(0, MAX_QUOTED))
      throw refuse(
        path,
        `Cannot delete "${path}": it is ${is}, not ${not}. Leave the value out to delete it whatever it is.`,
      )
    }
  }
  return {
    origin: { kind: 'command-line', text: written.text },
    overrides: { config: {}, files: {} },
    removals: [address],
  }
}

/** The value of an input, or the group of inputs, as it is with these layers. */
function presentValue(inputs: JobInputs, layers: readonly InputLayer[], address: InputAddress): JsonValue | undefined {
  const { overrides, removals } = composeInputs(inputs, layers)
  const defaults = removeInputs(groupOf(inputs, address.file)?.defaults ?? {}, removedPaths(removals, address.file))
  const set = address.file === null ? overrides.config : (getOwn(overrides.files, address.file) ?? {})
  return getInput(mergeInputs(defaults, set), address.path)
}

function treeOf(address: InputAddress, value: JsonValue): JsonObject {
  if (address.path.length > 0) return setInput({}, address.path, value)
  if (isJsonObject(value)) return value
  const path = formatInputAddress(address)
  throw refuse(path, `Cannot set "${path}": the whole of a file is an object, such as {batch_size: 64}.`)
}

function pathOf(text: string): string {
  return text.split('=')[0] ?? ''
}

function refuse(path: string, message: string): InvalidInputError {
  return new InvalidInputError(message, { problems: [{ path, message }] })
}
