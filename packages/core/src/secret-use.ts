import type { Problem } from './errors.ts'
import { formatInputAddress } from './input-address.ts'
import { flattenInputs, getInput, mergeInputs } from './input-merge.ts'
import type { JobInputGroup, JobInputs } from './job-inputs.ts'
import { type JsonObject, type JsonValue, isJsonObject } from './json.ts'
import type { LaunchSpec } from './launch-spec.ts'
import { findInputFile } from './override-problems.ts'
import { getOwn } from './own-key.ts'
import { SECRET_MENTION, formatSecretReference, parseSecretReference, secretVariable } from './secret-reference.ts'

/** One place of a launch that refers to a secret. */
export interface SecretUse {
  /** An input address, or a place in the resource config such as `resource_args.local-process.env.HF_TOKEN`. */
  readonly path: string
  /** The secret's name. */
  readonly name: string
  /** A secret of an input reaches the program in the variable of its name; one of the resource where the resource says. */
  readonly kind: 'input' | 'resource'
}

/** Which secrets a launch uses, and references that cannot work wherever the secret is. */
export interface SecretFindings {
  readonly uses: readonly SecretUse[]
  readonly problems: readonly Problem[]
}

/**
 * Finds the references to secrets in a merged launch spec: in the inputs that the run will see, defaults included, and in
 * the resource config. A reference is a whole text; one inside a longer text, in an argument or in the command would
 * never be replaced, so it is a problem.
 */
export function findSecretUses(spec: LaunchSpec, inputs: JobInputs | null): SecretFindings {
  const problems: Problem[] = []
  const uses = [
    ...overriddenUses(null, spec.overrides.runConfig, problems),
    ...Object.entries(spec.overrides.files).flatMap(([file, tree]) => overriddenUses(file, tree, problems)),
    ...defaultUses(spec, inputs),
    ...resourceUses(spec.resourceArgs, problems),
  ]
  problems.push(...commandProblems(spec), ...variableProblems(spec, uses))
  return { uses, problems }
}

/** The environment variables through which the program of a launch gets the secrets of its inputs: secret names by variable. */
export function secretVariables(uses: readonly SecretUse[]): Readonly<Record<string, string>> {
  const names = uses.filter(({ kind }) => kind === 'input').map(({ name }) => name)
  return Object.fromEntries([...new Set(names)].map((name) => [secretVariable(name), name]))
}

/** The names of all secrets that the agent of this launch spec needs. */
export function requiredSecrets(spec: LaunchSpec): readonly string[] {
  const inResource = resourceUses(spec.resourceArgs, []).map(({ name }) => name)
  return [...new Set([...Object.values(spec.secrets), ...inResource])]
}

/** The names in references anywhere in a JSON value, each once. */
export function findSecretNames(value: JsonValue): readonly string[] {
  const names = new Set<string>()
  visitTexts(value, [], (text) => {
    const name = parseSecretReference(text)
    if (name !== null) names.add(name)
  })
  return [...names]
}

function overriddenUses(file: string | null, tree: JsonObject, problems: Problem[]): SecretUse[] {
  return flattenInputs(tree).flatMap(({ path, value }) => {
    const address = formatInputAddress({ file, path })
    const names = findSecretNames(value)
    const isMalformed = names.length === 0 && hasText(value, (text) => /^secret:\/\//iu.test(text))
    if (isMalformed) {
      problems.push({
        path: address,
        message: `Cannot set "${address}": it starts like a reference to a secret and is none. Write secret://NAME, with a name of letters, digits, "_", "-" and ".".`,
      })
    }
    return names.map((name): SecretUse => ({ path: address, name, kind: 'input' }))
  })
}

// A program also sees the defaults that nothing overrides.
function defaultUses(spec: LaunchSpec, inputs: JobInputs | null): SecretUse[] {
  if (inputs === null) return []
  const overridesOf = (file: string): JsonObject => {
    const given = Object.entries(spec.overrides.files).find(([name]) => findInputFile(inputs, name) === file)
    return given?.[1] ?? {}
  }
  return [
    ...(inputs.config === null ? [] : usesOfDefaults(null, inputs.config, spec.overrides.runConfig)),
    ...Object.entries(inputs.files).flatMap(([file, group]) => usesOfDefaults(file, group, overridesOf(file))),
  ]
}

function usesOfDefaults(file: string | null, group: JobInputGroup, overrides: JsonObject): SecretUse[] {
  const found = referencesIn(group)
  if (found.length === 0) return []
  const merged = mergeInputs(group.defaults, overrides)
  return found
    .filter(({ path, value }) => getInput(merged, path) === value)
    .flatMap(({ path, names }) =>
      names.map((name): SecretUse => ({ path: formatInputAddress({ file, path }), name, kind: 'input' })),
    )
}

interface DefaultReference {
  readonly path: readonly string[]
  readonly value: JsonValue
  readonly names: readonly string[]
}

const referencesByGroup = new WeakMap<JobInputGroup, readonly DefaultReference[]>()

// Most jobs have none, and some have 10,000 defaults: they are looked through once, not at each launch.
function referencesIn(group: JobInputGroup): readonly DefaultReference[] {
  const known = referencesByGroup.get(group)
  if (known !== undefined) return known
  const found = flattenInputs(group.defaults).flatMap(({ path, value }) => {
    const names = findSecretNames(value)
    return names.length === 0 ? [] : [{ path, value, names }]
  })
  referencesByGroup.set(group, found)
  return found
}

function resourceUses(resourceArgs: JsonObject, problems: Problem[]): SecretUse[] {
  const uses: SecretUse[] = []
  visitTexts(resourceArgs, ['resource_args'], (text, path) => {
    if (!SECRET_MENTION.test(text)) return
    const name = parseSecretReference(text)
    const place = path.join('.')
    // A local process has its environment only; in other resources any value may be one, such as that of a container.
    const isPlace = path[1] !== 'local-process' || (path[2] === 'env' && path.length === 4 && path[3] !== 'PATH')
    if (name !== null && isPlace) uses.push({ path: place, name, kind: 'resource' })
    else {
      const why =
        name === null
          ? 'a reference must be the whole value. Write secret://NAME and nothing else'
          : 'of a local process, only the values of "env" may be secrets, and not PATH. Put it into another variable'
      problems.push({ path: place, message: `Cannot use a secret at "${place}": ${why}.` })
    }
  })
  return uses
}

// Every user of a machine can read the arguments of its processes.
function commandProblems(spec: LaunchSpec): Problem[] {
  const { args, entryPoint } = spec.overrides
  const places = [
    ...args.map((text, index) => [`overrides.args[${index}]`, text] as const),
    ...(entryPoint ?? []).map((text, index) => [`overrides.entry_point[${index}]`, text] as const),
  ]
  return places
    .filter(([, text]) => SECRET_MENTION.test(text))
    .map(([path]) => ({
      path,
      message: `Cannot use a secret in "${path}": other users of the machine can read the arguments of a program. Give the secret as an input or in the env of the queue, and let the program read the variable.`,
    }))
}

// Which of two values a variable has must not depend on who looks.
function variableProblems(spec: LaunchSpec, uses: readonly SecretUse[]): Problem[] {
  const local = spec.resourceArgs['local-process']
  const env = local !== undefined && isJsonObject(local) ? local['env'] : undefined
  if (env === undefined || !isJsonObject(env)) return []
  return uses.flatMap(({ kind, name, path }) => {
    const variable = secretVariable(name)
    const own = getOwn(env, variable)
    if (kind !== 'input' || own === undefined || own === formatSecretReference(name)) return []
    const message = `Cannot set "${path}" to secret://${name}: the program would find it in the variable ${variable}, which the run queue sets to something else. Use a secret of another name.`
    return [{ path, message }]
  })
}

function hasText(value: JsonValue, matches: (text: string) => boolean): boolean {
  let found = false
  visitTexts(value, [], (text) => (found ||= matches(text)))
  return found
}

function visitTexts(
  value: JsonValue,
  path: readonly string[],
  visit: (text: string, path: readonly string[]) => void,
): void {
  if (typeof value === 'string') visit(value, path)
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) visitTexts(item, [...path, key], visit)
  }
}
