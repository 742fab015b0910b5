import { checkConfigFilePath } from './config-file.ts'
import { InvalidInputError, type Problem } from './errors.ts'
import { type InputAddress, formatInputAddress } from './input-address.ts'
import { flattenInputs } from './input-merge.ts'
import type { InputPath } from './input-path.ts'
import { removedPaths } from './input-removals.ts'
import { type InputType, describeInputType } from './input-type.ts'
import type { InputOverrides, JobInputGroup, JobInputs } from './job-inputs.ts'
import { type JsonObject, type JsonValue, isJsonObject } from './json.ts'
import { nearestName } from './nearest-name.ts'
import { findGroupSchemaProblems } from './override-schema-problems.ts'
import { checkValueType } from './override-type-check.ts'
import { getOwn } from './own-key.ts'
import { findRemovalProblem } from './removal-problems.ts'
import { SchemaScope } from './schema-scope.ts'
import { describeChoices, describeValue } from './schema-wording.ts'

/** What a check of overrides found. */
export interface OverrideFindings {
  /** Reasons to refuse the launch, one for each path. Empty: it may run. */
  readonly problems: readonly Problem[]
  /** What the user should know although the overrides are accepted. */
  readonly notes: readonly Problem[]
}

/** Looking for near names costs inputs times names; beyond these counts a message does without. */
const MAX_NEAREST_SEARCHES = 20
const MAX_NEAREST_CANDIDATES = 5000

/**
 * Checks what a launch asks for against the inputs of the job. Refused are paths that are not inputs, an object onto a
 * scalar and the reverse, values that the captured type or the schema does not allow, and missing values that the schema
 * requires; and removals of what is no input, or cannot be removed. Where a schema speaks of a path, it decides; else a fraction for an `int` is accepted with a note, because the
 * Python client's wire shows `1.0` as `1`. The `path` of each problem is an input address.
 */
export function findOverrideProblems(
  inputs: JobInputs,
  overrides: InputOverrides,
  removals: readonly InputAddress[] = [],
): OverrideFindings {
  const search = new OverrideSearch(inputs, removals)
  search.checkGroup(null, inputs.config, overrides.config)
  for (const [file, tree] of Object.entries(overrides.files)) search.checkFile(file, tree)
  for (const [file, group] of Object.entries(inputs.files)) {
    if (!search.hasChecked(file)) search.checkGroup(file, group, {})
  }
  search.checkRemovals()
  return search.findings()
}

/** Finds a file among the inputs whatever way its path is written: `./c.yaml` is `c.yaml`. */
export function findInputFile(inputs: JobInputs, file: string): string | null {
  if (Object.hasOwn(inputs.files, file)) return file
  const wanted = normalPath(file)
  return Object.keys(inputs.files).find((known) => normalPath(known) === wanted) ?? null
}

function normalPath(file: string): string {
  try {
    return checkConfigFilePath(file)
  } catch (error) {
    if (error instanceof InvalidInputError) return file
    throw error
  }
}

class OverrideSearch {
  readonly #inputs: JobInputs
  readonly #removals: readonly InputAddress[]
  readonly #problems = new Map<string, Problem>()
  readonly #notes: Problem[] = []
  readonly #checked = new Set<string>()
  #nearestSearches = 0
  #names: readonly string[] | null = null

  constructor(inputs: JobInputs, removals: readonly InputAddress[]) {
    this.#inputs = inputs
    this.#removals = removals.map(({ file, path }) => ({
      file: file === null ? null : (findInputFile(inputs, file) ?? file),
      path,
    }))
  }

  hasChecked(file: string): boolean {
    return this.#checked.has(file)
  }

  findings(): OverrideFindings {
    return { problems: [...this.#problems.values()], notes: this.#notes }
  }

  checkFile(file: string, tree: JsonObject): void {
    const known = findInputFile(this.#inputs, file)
    if (known !== null) {
      this.#checked.add(known)
      this.checkGroup(known, getOwn(this.#inputs.files, known) ?? null, tree)
    } else if (this.#isOpen) {
      this.#addPartialNote()
    } else {
      this.#refuseFile(file)
    }
  }

  checkRemovals(): void {
    for (const address of this.#removals) {
      const problem = findRemovalProblem(this.#inputs, address)
      if (problem === null) continue
      const name = formatInputAddress(address)
      this.#refuse(name, problem.isUnknown ? `${problem.message}${this.#hint(name)}` : problem.message)
    }
  }

  checkGroup(file: string | null, group: JobInputGroup | null, tree: JsonObject): void {
    if (this.#inputs.isPartial && Object.keys(tree).length > 0) this.#addPartialNote()
    if (group === null) {
      if (!this.#isOpen) for (const { path } of flattenInputs(tree)) this.#refuseUnknown(file, path)
      return
    }
    const scope = SchemaScope.of(group.schema)
    if (!this.#inputs.isPartial) this.#checkFields(file, group.type, scope, tree, [])
    for (const { path, describe } of findGroupSchemaProblems(group, tree, removedPaths(this.#removals, file))) {
      const address = formatInputAddress({ file, path })
      this.#refuse(address, describe(address === '' ? '' : address))
    }
  }

  get #isOpen(): boolean {
    return this.#inputs.isPartial || this.#inputs.allowsExtraKeys
  }

  #checkFields(file: string | null, type: InputType, scope: SchemaScope, tree: JsonObject, path: InputPath): void {
    if (type.kind !== 'object') return
    for (const key of Object.keys(tree)) {
      const value = tree[key] as JsonValue
      const field = getOwn(type.fields, key)
      this.#checkField(file, field, scope.below(key), value, [...path, key])
    }
  }

  #checkField(
    file: string | null,
    type: InputType | undefined,
    scope: SchemaScope,
    value: JsonValue,
    path: InputPath,
  ): void {
    if (type === undefined) {
      if (!scope.isDeclared && !this.#inputs.allowsExtraKeys) this.#refuseLeaves(file, path, value)
    } else if (type.kind === 'object' && isJsonObject(value)) {
      this.#checkFields(file, type, scope, value, path)
    } else if (!scope.decides) {
      this.#checkType(file, type, value, path)
    }
  }

  #checkType(file: string | null, type: InputType, value: JsonValue, path: InputPath): void {
    const verdict = checkValueType(type, value)
    if (verdict === 'fits') return
    const address = formatInputAddress({ file, path })
    if (verdict === 'refused') {
      this.#refuse(address, `Cannot set "${address}" to ${describeValue(value)}: ${this.#expectation(type, address)}`)
    } else if (verdict === 'inexact') {
      this.#refuse(
        address,
        `Cannot set "${address}" to ${describeValue(value)}: whole numbers beyond 9007199254740991 are not carried exactly. Give a smaller number.`,
      )
    } else {
      this.#notes.push({
        path: address,
        message: `"${address}" is ${describeInputType(type)} by its default and was given ${describeValue(value)}; it is passed on as given.`,
      })
    }
  }

  #expectation(type: InputType, address: string): string {
    if (type.kind !== 'object') return `it must be ${describeInputType(type)}.`
    const keys = Object.keys(type.fields).map((key) => `${address}.${key}`)
    return `it is a group of inputs. Set ${describeChoices(keys)}.`
  }

  #refuseLeaves(file: string | null, path: InputPath, value: JsonValue): void {
    const leaves = isJsonObject(value) ? flattenInputs(value) : []
    if (leaves.length === 0) this.#refuseUnknown(file, path)
    for (const leaf of leaves) this.#refuseUnknown(file, [...path, ...leaf.path])
  }

  #refuseUnknown(file: string | null, path: InputPath): void {
    const address = formatInputAddress({ file, path })
    const why =
      file === null && this.#inputs.config === null && this.#allNames().length > 0
        ? 'the run config is not an input of this job'
        : 'it is not an input of this job'
    this.#refuse(address, `Cannot set "${address}": ${why}.${this.#hint(address)}`)
  }

  #refuseFile(file: string): void {
    const files = Object.keys(this.#inputs.files)
    const nearest = nearestName(file, files)
    const hint = nearest === null ? '' : ` Did you mean "${nearest}"?`
    const allowed = files.length === 0 ? ' It has no config files.' : ` Its files: ${describeChoices(files)}.`
    this.#refuse(
      formatInputAddress({ file, path: [] }),
      `Cannot set values in "${file}": the file is not an input of this job.${hint}${allowed}`,
    )
  }

  #hint(address: string): string {
    const names = this.#allNames()
    if (names.length === 0) return ' The job takes no inputs.'
    this.#nearestSearches++
    const isWorthwhile = this.#nearestSearches <= MAX_NEAREST_SEARCHES && names.length <= MAX_NEAREST_CANDIDATES
    const nearest = isWorthwhile ? nearestName(address, names) : null
    return `${nearest === null ? '' : ` Did you mean "${nearest}"?`} Its inputs: ${describeChoices(names)}.`
  }

  #allNames(): readonly string[] {
    this.#names ??= [
      ...(this.#inputs.config === null ? [] : leafNames(null, this.#inputs.config.type)),
      ...Object.entries(this.#inputs.files).flatMap(([file, group]) => leafNames(file, group.type)),
    ]
    return this.#names
  }

  #refuse(address: string, message: string): void {
    if (!this.#problems.has(address)) this.#problems.set(address, { path: address, message })
  }

  #addPartialNote(): void {
    if (!this.#inputs.isPartial || this.#notes.length > 0) return
    this.#notes.push({
      path: '',
      message: 'No run of this job has shown its inputs yet, so all overrides are accepted unchecked.',
    })
  }
}

function leafNames(file: string | null, type: InputType, path: InputPath = []): string[] {
  if (type.kind !== 'object' || (path.length > 0 && Object.keys(type.fields).length === 0)) {
    return [formatInputAddress({ file, path })]
  }
  return Object.entries(type.fields).flatMap(([key, field]) => leafNames(file, field, [...path, key]))
}
