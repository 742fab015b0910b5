import { isDeepStrictEqual } from 'node:util'
import {
  flattenInputs,
  formatInputAddress,
  getInput,
  type JsonObject,
  type JsonValue,
  parseConfigFile,
  parseInputAddress,
  stringifyJson,
} from '@slipway/core'
import type { DemoLaunch } from './demo-launches.ts'
import type { DemoSite } from './demo-site.ts'
import { readRun, type SeenRun } from './read-run.ts'

/** One input of a launch, from its default to what the run saw; undefined where there is nothing to see. */
interface ComparedInput {
  readonly input: string
  readonly default: JsonValue | undefined
  readonly asked: JsonValue | undefined
  readonly inConfig: JsonValue | undefined
  readonly inFile: JsonValue | undefined
  readonly agrees: boolean
}

/** A launch and all that its run saw. */
export interface Comparison {
  readonly rows: readonly ComparedInput[]
  readonly hasFile: boolean
}

const PROJECT = 'demo'

/** Captures a program, launches it with what is asked, and compares each leaf of config and files. */
export async function compareLaunch(site: DemoSite, launch: DemoLaunch): Promise<Comparison> {
  const folder = await site.copyExample(launch.example)
  const program = launch.language === 'node' ? ['node', 'train.ts'] : [site.python ?? 'python', 'train.py']
  const captured = (await site.slipway(folder, [
    'run',
    '--project',
    PROJECT,
    '--job-name',
    launch.jobName,
    '--',
    ...program,
  ])) as { readonly runs: readonly { readonly run: string; readonly job: { readonly path: string } | null }[] }
  const [first] = captured.runs
  if (first?.job === null || first === undefined) throw new Error(`No job was captured from ${launch.example}`)
  const sets = Object.entries(launch.asked).flatMap(([input, value]) => ['--set', `${input}=${showArgument(value)}`])
  const ended = (await site.slipway(folder, ['launch', launch.jobName, ...sets, '--queue', 'default', '--watch'])) as {
    readonly run: string | null
  }
  if (ended.run === null) throw new Error(`The launch of ${launch.jobName} made no run`)
  const files = Object.keys(launch.files)
  const before = await readRun(site, first.run, files)
  const after = await readRun(site, ended.run, files)
  const groups = files.length === 0 ? [null] : files
  return { rows: groups.flatMap((file) => compare(launch, file, before, after)), hasFile: files.length > 0 }
}

/** Compares the leaves of the run config, or those of one file. */
function compare(launch: DemoLaunch, file: string | null, before: SeenRun, after: SeenRun): readonly ComparedInput[] {
  const asked = new Map(
    Object.entries(launch.asked).map(([input, value]) => [formatInputAddress(parseInputAddress(input)), value]),
  )
  const place = file === null ? [] : (launch.files[file] ?? [])
  const fileAfter = file === null ? {} : readFileInputs(file, after)
  return flattenInputs(file === null ? before.config : readFileInputs(file, before)).map(({ path, value }) => {
    const input = formatInputAddress({ file, path })
    const wanted = asked.get(input)
    const expected = wanted ?? value
    const inConfig = getInput(after.config, [...place, ...path])
    const inFile = file === null ? undefined : getInput(fileAfter, path)
    const agrees = isDeepStrictEqual(inConfig, expected) && (file === null || isDeepStrictEqual(inFile, expected))
    return { input, default: value, asked: wanted, inConfig, inFile, agrees }
  })
}

function readFileInputs(file: string, run: SeenRun): JsonObject {
  const text = run.files[file]
  if (text === undefined) throw new Error(`The run saved no copy of ${file}`)
  return parseConfigFile(file, text).value
}

function showArgument(value: JsonValue): string {
  return typeof value === 'string' ? value : stringifyJson(value)
}
