import { checkConfigFilePath } from './config-file.ts'
import { InvalidInputError, KnownError, type Problem } from './errors.ts'
import { type InputAddress, formatInputAddress, parseInputAddress } from './input-address.ts'
import type { InputOverrides } from './job-inputs.ts'
import { type JsonObject, isJsonObject } from './json.ts'
import { SpecReader } from './launch-spec-reader.ts'
import { setOwn } from './own-key.ts'

/** What one version of a preset sets, without what the presets that it builds on set. */
export interface PresetContent {
  readonly overrides: InputOverrides
  /** Inputs that shall not be there. */
  readonly removals: readonly InputAddress[]
  /** The run queue, `NAME` or `ENTITY/NAME`; null leaves it to the launch. */
  readonly queue: string | null
  /** 0 (critical) to 3 (low); null leaves it to the launch. */
  readonly priority: number | null
  readonly templateVariables: JsonObject
  /** Resource config by kind of resource. */
  readonly resourceArgs: JsonObject
}

const KEYS = ['run_config', 'files', 'removals', 'queue', 'priority', 'template_variables', 'resource_args']
const LOWEST_PRIORITY = 3

/**
 * Reads the content of a preset from the wire, in the words of launch specs: `{"run_config": {...}, "files": {"c.yaml":
 * {...}}, "removals": ["c.yaml:a.b"], "queue": ..., "priority": 1, "template_variables": {...}, "resource_args": {...}}`.
 * Throws InvalidInputError with one problem for each key that has the wrong form.
 */
export function parsePresetContent(raw: unknown): PresetContent {
  if (!isJsonObject(raw)) {
    throw new InvalidInputError('Cannot read the preset: it is not a JSON object. Send {"run_config": {...}}.')
  }
  const problems: Problem[] = []
  const reader = new SpecReader(raw, '', problems)
  const content: PresetContent = {
    overrides: { config: reader.object('run_config'), files: readFiles(reader.objects('files'), problems) },
    removals: readRemovals(reader.texts('removals') ?? [], problems),
    queue: reader.text('queue'),
    priority: reader.wholeNumber('priority'),
    templateVariables: reader.object('template_variables'),
    resourceArgs: reader.object('resource_args'),
  }
  if (content.queue !== null && !/^[^/]+(?:\/[^/]+)?$/u.test(content.queue)) {
    problems.push({ path: 'queue', message: `"queue" is ${JSON.stringify(content.queue)}: write NAME or ENTITY/NAME.` })
  }
  if (content.priority !== null && content.priority > LOWEST_PRIORITY) {
    problems.push({
      path: 'priority',
      message: `Priority ${content.priority} is none of 0 (critical), 1 (high), 2 (medium) and 3 (low).`,
    })
  }
  for (const key of Object.keys(reader.rest())) {
    problems.push({ path: key, message: `"${key}" is no part of a preset. Its parts: ${KEYS.join(', ')}.` })
  }
  if (problems.length === 0) return content
  throw new InvalidInputError(
    `Cannot read the preset: ${problems.map((problem) => problem.message).join(' ')} Correct it and save again.`,
    { problems },
  )
}

/** Writes the content of a preset for the wire; parts that set nothing are left out. Reading it back gives an equal one. */
export function formatPresetContent(content: PresetContent): JsonObject {
  const { overrides, removals, queue, priority } = content
  return {
    ...withoutEmpty({
      run_config: overrides.config,
      files: overrides.files,
      template_variables: content.templateVariables,
      resource_args: content.resourceArgs,
    }),
    ...(removals.length === 0 ? {} : { removals: removals.map(formatInputAddress) }),
    ...(queue === null ? {} : { queue }),
    ...(priority === null ? {} : { priority }),
  }
}

/** Names one version of a preset: `ann/fast@v2`. */
export function formatPresetPath(preset: { readonly name: string; readonly version: number }): string {
  return `${preset.name}@v${preset.version}`
}

function readFiles(
  files: Readonly<Record<string, JsonObject>>,
  problems: Problem[],
): Readonly<Record<string, JsonObject>> {
  const read: Record<string, JsonObject> = {}
  for (const [path, tree] of Object.entries(files)) {
    attempt(`files.${path}`, problems, () => setOwn(read, checkConfigFilePath(path), tree))
  }
  return read
}

function readRemovals(texts: readonly string[], problems: Problem[]): readonly InputAddress[] {
  return texts.flatMap((text) => {
    const address = attempt('removals', problems, () => parseInputAddress(text))
    return address === undefined ? [] : [address]
  })
}

function attempt<T>(path: string, problems: Problem[], work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof KnownError)) throw error
    problems.push({ path, message: error.message })
    return undefined
  }
}

function withoutEmpty(object: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => !isJsonObject(value) || Object.keys(value).length > 0),
  )
}
