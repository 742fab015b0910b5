import {
  fillTemplate,
  findTemplateVariables,
  KnownError,
  parseConfigFile,
  parseResourceConfig,
  type JsonObject,
  type JsonValue,
} from '@slipway/core'
import { toCodeProblem, type CodeProblem } from '../../../components/code-editor/code-problem.ts'
import { isWebAddress } from '../external-links.ts'
import type { QueueDraft } from './queue-draft.ts'
import { findVariableProblem, UNDECLARED, writeVariable, type VariableDraft } from './variable-draft.ts'

/** Matches a template variable in a text. */
export const HOLE = /\{\{\s*([\w.-]+)\s*\}\}/gu
/** A hole that YAML takes for a mapping, since no quotes are around its value. */
const BARE_HOLE = /^\s*(?:- +|[^#'"\n]*?:\s+)\{\{/u

/** A variable of the form, and whether the settings have its hole. */
export interface ShownVariable {
  readonly name: string
  readonly draft: VariableDraft
  readonly hasHole: boolean
  /** What is wrong with it, in the server's words. */
  readonly problem: string | null
}

/** What a draft comes to. */
export interface CheckedDraft {
  readonly variables: readonly ShownVariable[]
  /** Marks in the text of the settings. */
  readonly settingsProblems: readonly CodeProblem[]
  /** What keeps the queue from being saved, apart from the marks. */
  readonly problems: readonly string[]
  readonly warnings: readonly string[]
  /** What to send; null while something is wrong. */
  readonly config: { readonly resourceConfig: string; readonly templateVariables: string } | null
  /** The settings with the defaults filled in; null while they cannot be read. */
  readonly preview: JsonObject | null
}

/** Checks a draft by the code that the server checks it with. */
export function checkDraft(draft: QueueDraft): CheckedDraft {
  const read = readSettings(draft.settingsText)
  const holes = read.settings === null ? findHoles(draft.settingsText) : findTemplateVariables(read.settings)
  const variables = listVariables(draft, holes)
  const linkProblems = draft.links
    .filter(({ url }) => !isWebAddress(url))
    .map(({ label, url }) => `Link "${label}" leads to "${url}", which does not begin with http:// or https://.`)
  const variableProblems = variables.flatMap(({ problem }) => (problem === null ? [] : [problem]))
  const problems = [...variableProblems, ...linkProblems]
  const isReadable = read.settings !== null && problems.length === 0
  const verdict = isReadable ? judge(draft, read.settings, variables) : null
  return {
    variables,
    settingsProblems: read.problems,
    problems: [...problems, ...(verdict?.problem === undefined ? [] : [verdict.problem])],
    warnings: verdict?.warnings ?? [],
    config: verdict?.config ?? null,
    preview: read.settings === null ? null : preview(read.settings, variables),
  }
}

function readSettings(text: string): {
  readonly settings: JsonObject | null
  readonly problems: readonly CodeProblem[]
} {
  const bare = text.split('\n').flatMap((line, index) =>
    BARE_HOLE.test(line)
      ? [
          {
            line: index + 1,
            message: 'Put quotes around a template variable, as in "{{name}}": YAML takes it for something else.',
          },
        ]
      : [],
  )
  if (bare.length > 0) return { settings: null, problems: bare }
  try {
    return { settings: parseConfigFile('settings.yaml', text).value, problems: [] }
  } catch (error) {
    if (error instanceof KnownError) return { settings: null, problems: [toCodeProblem(error.message)] }
    throw error
  }
}

function findHoles(text: string): readonly string[] {
  return [...new Set([...text.matchAll(HOLE)].map((match) => match[1] ?? ''))]
}

function listVariables({ variables }: QueueDraft, holes: readonly string[]): readonly ShownVariable[] {
  const kept = Object.keys(variables).filter((name) => !holes.includes(name))
  return [...holes, ...kept].map((name) => {
    const draft = Object.hasOwn(variables, name) ? (variables[name] ?? UNDECLARED) : UNDECLARED
    return { name, draft, hasHole: holes.includes(name), problem: findVariableProblem(name, draft) }
  })
}

function judge(draft: QueueDraft, settings: JsonObject, variables: readonly ShownVariable[]) {
  const resourceConfig = JSON.stringify({ ...draft.rest, resource_args: { [draft.resource]: settings } })
  const templateVariables = JSON.stringify(
    Object.fromEntries(variables.map(({ name, draft: variable }) => [name, { schema: writeVariable(variable) }])),
  )
  try {
    const { warnings } = parseResourceConfig(draft.resource, resourceConfig, templateVariables)
    return { config: { resourceConfig, templateVariables }, warnings }
  } catch (error) {
    if (error instanceof KnownError) return { problem: error.message }
    throw error
  }
}

function preview(settings: JsonObject, variables: readonly ShownVariable[]): JsonObject | null {
  const filled = variables.flatMap(({ name, draft, problem }) => {
    const value: JsonValue | undefined = writeVariable(draft)['default']
    return problem !== null || value === undefined ? [] : [{ name, schema: { type: draft.type, default: value } }]
  })
  try {
    return fillTemplate(settings, filled, {}) as JsonObject
  } catch (error) {
    if (error instanceof KnownError) return null
    throw error
  }
}
