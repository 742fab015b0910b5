import {
  describeInputOrigin,
  findInputFile,
  formatInputAddress,
  formatInputPath,
  getInput,
  isJsonObject,
  isSecretInput,
  parseJson,
  parseLaunchSpec,
  readLaunchOrigins,
  parseSecretReference,
  resolveInputs,
  unwrapRunConfig,
  readLaunchRemovals,
  type InputAddress,
  type InputOverrides,
  type JobInputs,
  type JsonObject,
  type JsonValue,
} from '@slipway/core'
import type { Viewer } from '../account/account.ts'
import type { RunRecord } from '../run/run.ts'
import { readConfigFile } from './input-values.ts'
import type { LaunchableJobs } from './launchable-job.ts'

/** One declared input of an item: what it is by default, what was asked for, and what the run had. */
export interface ItemInput {
  /** Null for the run config. */
  readonly file: string | null
  readonly path: string
  readonly type: string
  readonly default?: JsonValue
  /** Left out where the launch did not set it. */
  readonly asked?: JsonValue
  /** True where the launch deletes it. */
  readonly isRemoved?: true
  /** Left out until the run has reported it. */
  readonly seen?: JsonValue
  /** Where the asked value came from, such as `preset ann/fast@v2`; left out where the launch does not say. */
  readonly from?: string
}

/** What a run had: its config, and the config files that it saved, by path. Null where it has reported none. */
export interface SeenInputs {
  readonly config: JsonObject | null
  readonly files: Readonly<Record<string, JsonObject>>
}

/** Puts the three values of each input side by side. */
function compareInputs(
  inputs: JobInputs,
  asked: InputOverrides,
  removals: readonly InputAddress[],
  seen: SeenInputs,
  origins: ReadonlyMap<string, string>,
): readonly ItemInput[] {
  return resolveInputs(inputs, asked, removals).map((input) => {
    const { address, type, default: byDefault, value, isOverridden, isRemoved } = input
    const tree = address.file === null ? seen.config : (seen.files[address.file] ?? null)
    const found = tree === null ? undefined : getInput(tree, address.path)
    const had = found === undefined || !isSecretInput(inputs, address) ? found : withoutSecret(found)
    const from = isOverridden || isRemoved ? origins.get(formatInputAddress(address)) : undefined
    return {
      file: address.file,
      path: formatInputPath(address.path),
      type,
      ...(byDefault === undefined ? {} : { default: byDefault }),
      ...(isOverridden && value !== undefined ? { asked: value } : {}),
      ...(isRemoved ? { isRemoved } : {}),
      ...(had === undefined ? {} : { seen: had }),
      ...(from === undefined ? {} : { from }),
    }
  })
}

/** What a program had for a secret input, without the secret that it may have put there itself. */
function withoutSecret(value: JsonValue): JsonValue {
  return value === null || parseSecretReference(value) !== null ? value : '***'
}

/** Reads the inputs of an item whose job is known; null when the job is not there any more, or the item has none. */
export async function readItemInputs(
  viewer: Viewer,
  item: { readonly runSpec: string; readonly run: RunRecord | null },
  deps: {
    readonly jobs: LaunchableJobs
    readonly readRunFile: (run: RunRecord, path: string) => Promise<Buffer | null>
  },
): Promise<readonly ItemInput[] | null> {
  const spec = parseLaunchSpec(parseJson(item.runSpec))
  const job = spec.job === null ? null : await deps.jobs.findVersion(viewer, spec.job)
  if (job === null) return null
  const asked = { config: spec.overrides.runConfig, files: spec.overrides.files }
  const paths = [
    ...Object.keys(job.inputs.files),
    ...Object.keys(asked.files).filter((path) => findInputFile(job.inputs, path) === null),
  ]
  const origins = readLaunchOrigins(spec).flatMap(({ origin, inputs }) =>
    inputs.map((input): [string, string] => [input, describeInputOrigin(origin)]),
  )
  return compareInputs(
    job.inputs,
    asked,
    readLaunchRemovals(spec),
    await readSeen(item.run, paths, deps.readRunFile),
    new Map(origins),
  )
}

async function readSeen(
  run: RunRecord | null,
  paths: readonly string[],
  readRunFile: (run: RunRecord, path: string) => Promise<Buffer | null>,
): Promise<SeenInputs> {
  if (run === null) return { config: null, files: {} }
  const config = parseJson(run.config)
  const files = await Promise.all(
    paths.map(async (path) => {
      // Where the client saves the config file as the program read it. Source: wandb client, launch.manage_config_file.
      const bytes = await readRunFile(run, `_wandb_configs/${path}`)
      const tree = bytes === null ? null : readConfigFile(path, bytes.toString('utf8'))
      return tree === null ? [] : [[path, tree] as const]
    }),
  )
  return { config: isJsonObject(config) ? unwrapRunConfig(config) : null, files: Object.fromEntries(files.flat()) }
}
