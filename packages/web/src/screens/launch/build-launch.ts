import type { PushToRunQueueByNameInput } from '@slipway/api'
import {
  fillTemplate,
  formatInputAddress,
  formatLaunchSpec,
  type InputAddress,
  type InputOrigin,
  type InputOverrides,
  InvalidInputError,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  KnownError,
  type LaunchOrigin,
  type LaunchSpec,
  listOverrides,
  parseConfigFile,
  parseLaunchSpec,
  parseTemplateVariableSchema,
  type Problem,
  type TemplateVariable,
  writeLaunchOrigins,
  writeLaunchRemovals,
} from '@slipway/core'
import type { LaunchQueue, LaunchVersion } from './launch-queries.ts'
import { formatQueue, type LaunchSettings, linesOf } from './launch-settings.ts'

/** What is asked of a job's inputs, and where each value comes from. */
export interface AskedInputs {
  readonly overrides: InputOverrides
  readonly removals: readonly InputAddress[]
  /** By input address; an input that is not named was typed. */
  readonly origins: ReadonlyMap<string, InputOrigin>
}

/** A launch as it would be sent, with what is known to be wrong without asking the server. */
export interface BuiltLaunch {
  readonly spec: LaunchSpec
  /** Null while no queue is chosen. */
  readonly input: PushToRunQueueByNameInput | null
  /** Problems of the settings; `path` is `queue`, `resource_args` or `template_variables.NAME`, as the server names them. */
  readonly problems: readonly Problem[]
}

/** Puts a launch together from what stands in the form. */
export function buildLaunch({
  version,
  asked,
  settings,
  queue,
}: {
  readonly version: LaunchVersion
  readonly asked: AskedInputs
  readonly settings: LaunchSettings
  readonly queue: LaunchQueue | null
}): BuiltLaunch {
  const problems: Problem[] = []
  const resource = queue?.resource ?? null
  const variables = readTemplateVariables(queue)
  const values = readTemplateValues(variables, settings)
  problems.push(...findTemplateProblems(variables, values))
  const hasResourceField = variables.length === 0 && resource !== null
  const resourceSettings = hasResourceField ? readResourceSettings(settings.resourceText, problems) : {}
  if (queue === null) problems.push({ path: 'queue', message: describeNoQueue(settings) })
  const command = linesOf(settings.commandText)
  const empty = parseLaunchSpec({})
  const spec: LaunchSpec = {
    ...empty,
    job: version.path,
    entity: queue?.entityName ?? version.project.entityName,
    project: settings.project.trim() === '' ? version.project.name : settings.project.trim(),
    name: settings.name.trim() === '' ? null : settings.name.trim(),
    resourceArgs: resource !== null && Object.keys(resourceSettings).length > 0 ? { [resource]: resourceSettings } : {},
    overrides: {
      ...empty.overrides,
      runConfig: asked.overrides.config,
      files: asked.overrides.files,
      args: linesOf(settings.argsText),
      entryPoint: command.length === 0 ? null : command,
    },
  }
  const written = writeLaunchOrigins(writeLaunchRemovals(spec, asked.removals), listOrigins(asked))
  return {
    spec: written,
    problems,
    input:
      queue === null
        ? null
        : {
            entityName: queue.entityName,
            projectName: 'model-registry',
            queueName: queue.name,
            runSpec: JSON.stringify(formatLaunchSpec(written)),
            priority: queue.prioritizationMode === 'V0' ? settings.priority : null,
            templateVariableValues: Object.keys(values).length === 0 ? null : JSON.stringify(values),
          },
  }
}

/** What is known to be wrong with the settings of a launch, whatever its inputs are. */
export function findSettingProblems(parts: {
  readonly version: LaunchVersion
  readonly settings: LaunchSettings
  readonly queue: LaunchQueue | null
}): readonly Problem[] {
  return buildLaunch({ ...parts, asked: NOTHING_ASKED }).problems
}

const NOTHING_ASKED: AskedInputs = { overrides: { config: {}, files: {} }, removals: [], origins: new Map() }

/** The template variables of a queue that can be read; a queue from before they were checked may have others. */
export function readTemplateVariables(queue: LaunchQueue | null): readonly TemplateVariable[] {
  return (queue?.defaultResourceConfig?.templateVariables ?? []).flatMap(({ name, schema }) => {
    try {
      return [{ name, schema: parseTemplateVariableSchema(name, JSON.parse(schema)) }]
    } catch (error) {
      if (error instanceof KnownError || error instanceof SyntaxError) return []
      throw error
    }
  })
}

/** The values of the fields of template variables: numbers where the variable is one and the text is too. */
export function readTemplateValues(variables: readonly TemplateVariable[], settings: LaunchSettings): JsonObject {
  const values: Record<string, JsonValue> = {}
  for (const { name, schema } of variables) {
    const text = settings.templateTexts[name] ?? ''
    if (text === '') continue
    const isNumber = schema.type !== 'string' && text.trim() !== '' && Number.isFinite(Number(text))
    values[name] = isNumber ? Number(text) : text
  }
  return values
}

function findTemplateProblems(variables: readonly TemplateVariable[], values: JsonObject): readonly Problem[] {
  try {
    fillTemplate({}, variables, values)
    return []
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    return (error.details.problems ?? []).map(({ path, message }) => ({ path: `template_variables.${path}`, message }))
  }
}

function readResourceSettings(text: string, problems: Problem[]): JsonObject {
  if (text.trim() === '') return {}
  try {
    const { value } = parseConfigFile('settings.yaml', text)
    if (isJsonObject(value)) return value
  } catch (error) {
    if (!(error instanceof KnownError)) throw error
    problems.push({ path: 'resource_args', message: error.message })
    return {}
  }
  problems.push({ path: 'resource_args', message: 'The resource settings must be an object, such as "cwd: /data".' })
  return {}
}

function describeNoQueue({ queue }: LaunchSettings): string {
  if (queue === null) return 'No run queue is chosen. Choose one.'
  return `Run queue "${formatQueue(queue)}" does not exist, or you may not see it. Choose another one.`
}

/** In the order in which they come first; nothing when all was typed, since there is nothing to tell then. */
function listOrigins({ overrides, removals, origins }: AskedInputs): readonly LaunchOrigin[] {
  const grouped = new Map<string, { readonly origin: InputOrigin; readonly inputs: string[] }>()
  for (const address of [...listOverrides(overrides).map((entry) => entry.address), ...removals]) {
    const input = formatInputAddress(address)
    const known = origins.get(input)
    const origin = known === undefined || known.kind === 'default' || known.kind === 'file' ? TYPED : known
    const key = origin.kind === 'command-line' ? 'typed' : JSON.stringify(origin)
    const group = grouped.get(key) ?? { origin: origin.kind === 'command-line' ? TYPED : origin, inputs: [] }
    group.inputs.push(input)
    grouped.set(key, group)
  }
  const list = [...grouped.values()]
  return list.every(({ origin }) => origin.kind === 'command-line') ? [] : list
}

const TYPED: InputOrigin = { kind: 'command-line', text: 'command line' }
