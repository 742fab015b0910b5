import {
  findDefaultProblem,
  isJsonObject,
  KnownError,
  parseTemplateVariableSchema,
  type JsonObject,
} from '@slipway/core'

export type VariableType = 'string' | 'integer' | 'number'

/** A template variable as it stands in the form: texts, so that nothing that is half typed is lost. */
export interface VariableDraft {
  readonly type: VariableType
  /** Empty for none: whoever launches must then give a value. */
  readonly defaultText: string
  readonly minimumText: string
  readonly maximumText: string
  /** The only values that may be given; empty for all. */
  readonly choices: readonly string[]
  /** The schema that the draft was made of, so that what the form does not show is kept. */
  readonly original: JsonObject | null
}

/** What a hole is that nobody has said anything about. */
export const UNDECLARED: VariableDraft = {
  type: 'string',
  defaultText: '',
  minimumText: '',
  maximumText: '',
  choices: [],
  original: null,
}

/** Makes the draft of a declared variable. */
export function readVariable(schema: JsonObject): VariableDraft {
  const { type, default: byDefault, minimum, maximum, enum: allowed } = schema
  return {
    type: type === 'integer' ? 'integer' : type === 'number' || type === 'float' ? 'number' : 'string',
    defaultText: toText(byDefault),
    minimumText: toText(minimum),
    maximumText: toText(maximum),
    choices: Array.isArray(allowed) ? allowed.map(toText) : [],
    original: schema,
  }
}

/** The schema that a draft stands for. What was not changed stays as it was written. */
export function writeVariable(draft: VariableDraft): JsonObject {
  const { type, original } = draft
  if (original !== null && isSame(readVariable(original), draft)) return original
  const { type: _, default: _default, minimum: _min, maximum: _max, enum: _enum, ...rest } = original ?? {}
  const isNumber = type !== 'string'
  return {
    ...rest,
    type,
    ...(draft.defaultText === '' ? {} : { default: toValue(type, draft.defaultText) }),
    ...(isNumber && draft.minimumText !== '' ? { minimum: toValue(type, draft.minimumText) } : {}),
    ...(isNumber && draft.maximumText !== '' ? { maximum: toValue(type, draft.maximumText) } : {}),
    ...(draft.choices.length === 0 ? {} : { enum: draft.choices.map((choice) => toValue(type, choice)) }),
  }
}

/** What is wrong with a variable, in the server's words; null when nothing is. */
export function findVariableProblem(name: string, draft: VariableDraft): string | null {
  try {
    const schema = parseTemplateVariableSchema(name, writeVariable(draft))
    return findDefaultProblem({ name, schema })
  } catch (error) {
    if (error instanceof KnownError) return error.message
    throw error
  }
}

function isSame(a: VariableDraft, b: VariableDraft): boolean {
  return (
    a.type === b.type &&
    a.defaultText === b.defaultText &&
    a.minimumText === b.minimumText &&
    a.maximumText === b.maximumText &&
    a.choices.join('\n') === b.choices.join('\n')
  )
}

/** A text that is no number stays one, so that the check can say what is wrong with it. */
function toValue(type: VariableType, text: string): string | number {
  if (type === 'string') return text
  const value = Number(text)
  return text.trim() === '' || !Number.isFinite(value) ? text : value
}

function toText(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Reads a schema from its JSON text; what is none counts as undeclared. */
export function readVariableText(text: string): VariableDraft {
  const value = JSON.parse(text) as unknown
  return isJsonObject(value) ? readVariable(value) : UNDECLARED
}
