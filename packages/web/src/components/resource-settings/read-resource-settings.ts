import {
  findSchemaProblems,
  findTemplateVariables,
  InvalidInputError,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  parseConfigFile,
  parseInputPath,
  resourceSettingsSchema,
  textPlaces,
} from '@slipway/core'
import { type CodeProblem, toCodeProblem } from '../code-editor/code-problem.ts'

/** The name by which messages speak of the text of resource settings. */
const SETTINGS_FILE = 'settings.yaml'

/** What a text of resource settings comes to. */
export interface ReadSettings {
  /** Null while the text cannot be read. */
  readonly settings: JsonObject | null
  /** Why it cannot be read; null when it can. */
  readonly fault: CodeProblem | null
  /**
   * What an agent of this kind of resource would refuse. It keeps nobody from launching: which agent listens, and what it
   * knows, is not the schema's to say.
   */
  readonly doubts: readonly CodeProblem[]
}

/** Reads resource settings from YAML or JSON, and finds what the schema of the resource does not take. */
export function readResourceSettings(resource: string | null, text: string): ReadSettings {
  if (text.trim() === '') return { settings: {}, fault: null, doubts: [] }
  try {
    const settings = parseConfigFile(SETTINGS_FILE, text).value
    return { settings, fault: null, doubts: resource === null ? [] : findDoubts(resource, text, settings) }
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    return { settings: null, fault: toCodeProblem(error.message), doubts: [] }
  }
}

function findDoubts(resource: string, text: string, settings: JsonObject): readonly CodeProblem[] {
  const schema = resourceSettingsSchema(resource)
  if (schema === null) return []
  const places = textPlaces(SETTINGS_FILE, text)
  return findSchemaProblems(schema, settings).flatMap(({ path, message }) => {
    const steps = parseInputPath(path)
    if (hasHole(valueAt(settings, steps))) return []
    return [{ message, severity: 'warning' as const, ...positionOf(text, places(steps).start) }]
  })
}

// What a template variable will be is for its own type to say.
function hasHole(value: JsonValue | undefined): boolean {
  return value !== undefined && findTemplateVariables(value).length > 0
}

function valueAt(settings: JsonObject, path: readonly string[]): JsonValue | undefined {
  let value: JsonValue | undefined = settings
  for (const key of path) value = isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
  return value
}

function positionOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}
