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
import { readRun } from './read-run.ts'

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

/** Captures a program, launches it with what is asked, and compares each leaf of config and file. */
export async function compareLaunch(site: DemoSite, launch: DemoLaunch): Promise<Comparison> {
  const folder = await site.copyExample(launch.example)
  const captured = (await site.slipway(folder, [
    'run',
    '--project',
    PROJECT,
    '--job-name',
    launch.jobName,
    '--',
    site.python,
    'train.py',
  ])) as { readonly runs: readonly { readonly run: string; readonly job: { readonly path: string } | null }[] }
  const [first] = captured.runs
  if (first?.job === null || first === undefined) throw new Error(`No job was captured from ${launch.example}`)
  const sets = Object.entries(launch.asked).flatMap(([input, value]) => ['--set', `${input}=${showArgument(value)}`])
  const ended = (await site.slipway(folder, ['launch', launch.jobName, ...sets, '--queue', 'default', '--watch'])) as {
    readonly run: string | null
  }
  if (ended.run === null) throw new Error(`The launch of ${launch.jobName} made no run`)
  const before = await readRun(site, first.run, launch.file)
  const after = await readRun(site, ended.run, launch.file)
  return { rows: compare(launch, before, after), hasFile: launch.file !== null }
}

interface SeenRun {
  readonly config: JsonObject
  readonly fileText: string | null
}

function compare(launch: DemoLaunch, before: SeenRun, after: SeenRun): readonly ComparedInput[] {
  const { file } = launch
  const fileBefore = readFileInputs(file, before.fileText)
  const fileAfter = readFileInputs(file, after.fileText)
  const asked = new Map(
    Object.entries(launch.asked).map(([input, value]) => [formatInputAddress(parseInputAddress(input)), value]),
  )
  return flattenInputs(file === null ? before.config : fileBefore).map(({ path, value }) => {
    const input = formatInputAddress({ file, path })
    const wanted = asked.get(input)
    const expected = wanted ?? value
    const inConfig = getInput(after.config, path)
    const inFile = file === null ? undefined : getInput(fileAfter, path)
    const agrees = isDeepStrictEqual(inConfig, expected) && (file === null || isDeepStrictEqual(inFile, expected))
    return { input, default: value, asked: wanted, inConfig, inFile, agrees }
  })
}

function readFileInputs(file: string | null, text: string | null): JsonObject {
  if (file === null) return {}
  if (text === null) throw new Error(`The run saved no copy of ${file}`)
  return parseConfigFile(file, text).value
}

function showArgument(value: JsonValue): string {
  return typeof value === 'string' ? value : stringifyJson(value)
}
