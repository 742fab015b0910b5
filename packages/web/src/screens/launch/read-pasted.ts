import {
  type InputLayer,
  InvalidInputError,
  isJsonObject,
  type JobInputs,
  type JsonObject,
  KnownError,
  parseConfigFile,
  parseLaunchSpec,
  parsePresetContent,
  readLaunchRemovals,
  readOverrides,
} from '@slipway/core'

const FILES_KEY = '$files'

/**
 * Reads a pasted text: overrides, one a line, as `slipway launch --set` takes them; or YAML or JSON of a launch spec, of
 * the content of a preset, of values with those of files under `$files`, or of the values of `file` alone. Throws
 * InvalidInputError with what cannot be read.
 */
export function readPastedText(
  text: string,
  { inputs, file }: { readonly inputs: JobInputs; readonly file: string | null },
): readonly InputLayer[] {
  if (text.trim() === '') throw new InvalidInputError('There is nothing to paste yet.')
  const lines = text
    .split('\n')
    .map(withoutShell)
    .filter((line) => line !== '')
  if (lines.every((line) => OVERRIDE.test(line))) return readOverrides(lines, inputs, [])
  const values = readValues(text)
  return [{ origin: { kind: 'command-line', text: 'pasted' }, ...readTree(values, file) }]
}

/** `lr=0.1`, `conf.yaml:a.b=1`, `~a`: no line of YAML or JSON looks like these unless it has a colon or a space first. */
const OVERRIDE = /^(?:~[^\s:{[]+|\+{0,2}(?:[^\s={[]|\\.)+=.*)$/u

/** A line of a command as its override: without `--set`, the quotes of the shell, and the backslash at its end. */
function withoutShell(line: string): string {
  const bare = line
    .trim()
    .replace(/\s*\\$/u, '')
    .replace(/^--set(?:=|\s+)/u, '')
  const quoted = /^'(.*)'$/su.exec(bare) ?? /^"(.*)"$/su.exec(bare)
  return quoted?.[1] ?? bare
}

function readValues(text: string): JsonObject {
  try {
    return parseConfigFile('pasted.yaml', text).value
  } catch (error) {
    if (!(error instanceof KnownError)) throw error
    const reason = error.message.replace(/^Cannot read "pasted\.yaml": /u, '')
    throw new InvalidInputError(
      `Cannot read the text: it is neither overrides such as trainer.lr=0.1, one a line, nor YAML or JSON. ${reason}`,
      { cause: error },
    )
  }
}

function readTree(values: JsonObject, file: string | null): Pick<InputLayer, 'overrides' | 'removals'> {
  const { overrides, run_config: config, files, removals } = values
  if (isJsonObject(overrides)) {
    const spec = parseLaunchSpec({ overrides })
    return {
      overrides: { config: spec.overrides.runConfig, files: spec.overrides.files },
      removals: readLaunchRemovals(spec),
    }
  }
  if (isJsonObject(config) || isJsonObject(files) || Array.isArray(removals)) {
    const content = parsePresetContent(
      Object.fromEntries(
        Object.entries({ run_config: config, files, removals }).filter(([, part]) => part !== undefined),
      ),
    )
    return { overrides: content.overrides, removals: content.removals }
  }
  if (file !== null) return { overrides: { config: {}, files: { [file]: values } }, removals: [] }
  const { [FILES_KEY]: named = {}, ...rest } = values
  const trees = isJsonObject(named) ? Object.entries(named) : []
  return {
    overrides: {
      config: rest,
      files: Object.fromEntries(trees.filter((entry): entry is [string, JsonObject] => isJsonObject(entry[1]))),
    },
    removals: [],
  }
}
