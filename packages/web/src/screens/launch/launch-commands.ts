import { formatLaunchSpec, isJsonObject, type JsonObject, type JsonValue, readPlainValue } from '@slipway/core'
import { type BuiltLaunch, readTemplateValues, readTemplateVariables } from './build-launch.ts'
import type { TypedInputs } from './launch-link.ts'
import type { LaunchQueue, LaunchVersion } from './launch-queries.ts'
import type { LaunchBase } from './launch-seed.ts'
import { formatQueue, type LaunchSettings, linesOf, PRIORITIES } from './launch-settings.ts'

/** A launch, as it is written down for somewhere else than the form. */
export interface LaunchToWrite {
  readonly version: LaunchVersion
  readonly queue: LaunchQueue
  readonly settings: LaunchSettings
  readonly base: LaunchBase
  readonly typed: TypedInputs
  readonly built: BuiltLaunch
}

/** More overrides than this are easier to read as a file. */
const MAX_OVERRIDES = 40

/** Writes the launch as a command for a shell: `slipway launch ...`. */
export function writeCommandLine(launch: LaunchToWrite): string {
  const { version, queue, settings, base, typed, built } = launch
  const config = readConfigPart(launch)
  const overrides = config.holdsInputs ? [] : (typed.texts ?? [])
  const values = readTemplateValues(readTemplateVariables(queue), settings)
  const words = [
    ['slipway launch', quote(version.path)],
    ...(base.fromRun === null ? [] : [['--from-run', quote(base.fromRun)]]),
    ...(base.fromItem === null ? [] : [['--from-run', quote(base.fromItem)]]),
    ...base.presets.map((preset) => ['--preset', quote(preset)]),
    ...((base.fromRun ?? base.fromItem ?? base.presets[0]) ? [['--skip-unfit']] : []),
    ...overrides.map((text) => ['--set', quote(text)]),
    ['--queue', quote(formatQueue({ entityName: queue.entityName, queueName: queue.name }))],
    ...(queue.entityName === version.project.entityName ? [] : [['--entity', quote(queue.entityName)]]),
    ...(built.spec.project === version.project.name ? [] : [['--project', quote(built.spec.project ?? '')]]),
    ...(built.spec.name === null ? [] : [['--name', quote(doubleBraces(built.spec.name))]]),
    ...priorityWords(built),
    ...Object.entries(values).map(([name, value]) => ['--template', quote(`${name}=${writePlain(value)}`)]),
    ...linesOf(settings.argsText).map((text) => [`--arg=${quote(text)}`]),
    ...(config.spec === null ? [] : [['--config', '/dev/stdin']]),
  ].map((parts) => parts.join(' '))
  const command = words.join(' ').length <= 100 ? words.join(' ') : words.join(' \\\n  ')
  return config.spec === null ? command : `${command} <<'EOF'\n${JSON.stringify(config.spec, null, 2)}\nEOF`
}

/** Writes the launch as a request to the API that curl sends; the key is taken from the environment. */
export function writeGraphql({ built }: LaunchToWrite, url: string): string {
  const query =
    'mutation Launch($input: PushToRunQueueByNameInput!) { pushToRunQueueByName(input: $input) { runQueueItemId } }'
  const body = JSON.stringify({ query, variables: { input: built.input } }, null, 2)
  return [
    `curl --fail-with-body -u "api:$WANDB_API_KEY" -H 'content-type: application/json' ${quote(`${url}/graphql`)} --data-binary @- <<'EOF'`,
    body,
    'EOF',
  ].join('\n')
}

/** Writes the launch as a program for the stock Python client. */
export function writePython({ version, queue, settings, built }: LaunchToWrite, url: string): string {
  const { spec } = built
  const { overrides = {} } = formatLaunchSpec(spec)
  const rest = Object.keys(spec.rest).length === 0 ? {} : spec.rest
  const values = readTemplateValues(readTemplateVariables(queue), settings)
  const config: JsonObject = {
    ...rest,
    ...(isJsonObject(overrides) && Object.keys(overrides).length > 0 ? { overrides } : {}),
  }
  const named: (readonly [string, JsonValue | null])[] = [
    ['job', version.path],
    ['entity', queue.entityName],
    ['project', spec.project],
    ['queue_name', queue.name],
    ['project_queue', 'model-registry'],
    ['resource', queue.resource],
    ['name', spec.name],
    ['config', Object.keys(config).length === 0 ? null : config],
    ['resource_args', Object.keys(spec.resourceArgs).length === 0 ? null : spec.resourceArgs],
    ['template_variables', Object.keys(values).length === 0 ? null : values],
    ['priority', built.input?.priority ?? null],
  ]
  return [
    '# Needs the wandb package, and WANDB_API_KEY in the environment.',
    'import os',
    '',
    `os.environ.setdefault("WANDB_BASE_URL", ${writePythonValue(url, 0)})`,
    '',
    'from wandb.sdk.launch import launch_add',
    '',
    'launch_add(',
    ...named.flatMap(([name, value]) => (value === null ? [] : [`    ${name}=${writePythonValue(value, 1)},`])),
    ')',
  ].join('\n')
}

/** What options cannot say goes into a launch spec on stdin. */
function readConfigPart({ settings, typed, built }: LaunchToWrite): {
  readonly spec: JsonObject | null
  readonly holdsInputs: boolean
} {
  const isLong = typed.texts === null || typed.texts.length > MAX_OVERRIDES
  const holdsInputs = isLong && typed.removals.length === 0
  const command = linesOf(settings.commandText)
  const overrides: JsonObject = {
    ...(command.length === 0 ? {} : { entry_point: [...command] }),
    ...(holdsInputs ? { run_config: typed.overrides.config, files: typed.overrides.files } : {}),
  }
  const spec: JsonObject = {
    ...(Object.keys(built.spec.resourceArgs).length === 0 ? {} : { resource_args: built.spec.resourceArgs }),
    ...(Object.keys(overrides).length === 0 ? {} : { overrides }),
  }
  return { spec: Object.keys(spec).length === 0 ? null : spec, holdsInputs }
}

// Single braces in `--name` stand for inputs.
function doubleBraces(name: string): string {
  return name.replaceAll(/[{}]/gu, '$&$&')
}

function priorityWords({ input }: BuiltLaunch): readonly (readonly string[])[] {
  const name = input?.priority === null || input?.priority === undefined ? undefined : PRIORITIES[input.priority]
  return name === undefined ? [] : [['--priority', name]]
}

/** A value that `NAME=VALUE` is read as; text that looks like something else is quoted. */
function writePlain(value: JsonValue): string {
  if (typeof value !== 'string') return JSON.stringify(value)
  return readPlainValue(value) === value ? value : JSON.stringify(value)
}

/** Quotes a word for a POSIX shell where it needs it. */
function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`
}

function writePythonValue(value: JsonValue, depth: number): string {
  if (value === null) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  // JSON's escapes are Python's; what lies beyond the basic plane is written as it is.
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') return String(value)
  const inner = '    '.repeat(depth + 1)
  const close = '    '.repeat(depth)
  if (Array.isArray(value)) {
    const items = (value as readonly JsonValue[]).map((item) => writePythonValue(item, depth + 1))
    return items.length === 0 ? '[]' : `[${items.join(', ')}]`
  }
  const entries = Object.entries(value)
  if (entries.length === 0) return '{}'
  const lines = entries.map(([key, item]) => `${inner}${JSON.stringify(key)}: ${writePythonValue(item, depth + 1)},`)
  return `{\n${lines.join('\n')}\n${close}}`
}
