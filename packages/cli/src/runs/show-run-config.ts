import { formatInputPath, InvalidInputError, type JsonObject, stringifyJson } from '@slipway/core'
import { Document, isMap, isScalar, visit } from 'yaml'
import type { CommandResult } from '../command-result.ts'
import { connect } from '../connection.ts'
import { showValue } from '../show-value.ts'
import type { Terminal } from '../terminal.ts'
import { readLaunchInputs, type SourcedValue, sourceValues } from './config-sources.ts'
import { findRun, type RunPlaceOptions } from './find-run.ts'
import { readRunConfig } from './run-tree.ts'

/** Options of `slipway run config`. */
export interface ShowRunConfigOptions extends RunPlaceOptions {
  readonly format: string
}

/** What each source is called in a comment. */
const WORDS: Readonly<Record<SourcedValue['source'], string>> = {
  launch: 'asked by the launch',
  default: 'default of the job',
  program: 'set by the program',
}

/** Prints the config of a run: as YAML with where each value comes from as a comment, or as JSON. */
export async function showRunConfig(
  terminal: Terminal,
  id: string,
  options: ShowRunConfigOptions,
): Promise<CommandResult> {
  if (options.format !== 'yaml' && options.format !== 'json') {
    throw new InvalidInputError(`Cannot print the config as "${options.format}": give --format yaml or --format json.`)
  }
  const run = await findRun(await connect(terminal), id, options)
  const config = readRunConfig(run.config)
  const values = sourceValues(config, readLaunchInputs(run))
  return {
    document: { run: `${run.project?.entityName ?? ''}/${run.project?.name ?? ''}/${run.name}`, config, values },
    text: options.format === 'json' ? stringifyJson(config, 2) : formatYaml(config, values),
  }
}

function formatYaml(config: JsonObject, values: readonly SourcedValue[]): string {
  const document = new Document(config)
  const comments = new Map(values.map((value) => [value.path, describe(value)]))
  visit(document, {
    Pair(_key, pair, ancestors) {
      const { value } = pair
      const keys = [...ancestors.filter((node) => 'key' in node).map((node) => keyOf(node)), keyOf(pair)]
      const comment = comments.get(formatInputPath(keys))
      if (comment === undefined) return
      // Behind a value of one line; above the lines of a list or an object.
      if (isScalar(value)) value.comment = ` ${comment}`
      else if (isScalar(pair.key)) pair.key.commentBefore = ` ${comment}`
    },
  })
  if (!isMap(document.contents) || document.contents.items.length === 0) return '{}'
  return document.toString({ lineWidth: 0 }).trimEnd()
}

function keyOf(node: object): string {
  const key = 'key' in node ? node.key : null
  return isScalar(key) ? String(key.value) : String(key)
}

function describe({ source, default: byDefault }: SourcedValue): string {
  return byDefault === undefined ? WORDS[source] : `${WORDS[source]}; default ${showValue(byDefault)}`
}
