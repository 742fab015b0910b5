import {
  type ComposedInputs,
  formatInputAddress,
  InvalidInputError,
  type JobInputs,
  nearestName,
  type ResolvedInput,
  resolveInputs,
  stringifyJson,
} from '@slipway/core'

const FIELD = /\{\{|\}\}|\{([^{}]*)\}|[{}]/gu

/**
 * Fills `{trainer.learning_rate}` in the display name of a run with the value that the run will see. `{{` and `}}` are
 * braces. Throws InvalidInputError with the nearest name for a field that is no input.
 */
export function fillName(template: string, inputs: JobInputs, composed: ComposedInputs): string {
  if (!/[{}]/u.test(template)) return template
  const known = new Map(
    resolveInputs(inputs, composed.overrides, composed.removals).map((input) => [
      formatInputAddress(input.address),
      input,
    ]),
  )
  return template.replaceAll(FIELD, (text, field: string | undefined) => {
    if (text === '{{' || text === '}}') return text.charAt(0)
    if (field === undefined) {
      throw refuse(template, `the brace "${text}" has no partner. Write {INPUT}, or "${text}${text}" for a brace`)
    }
    return showField(template, field, known)
  })
}

function showField(template: string, field: string, known: ReadonlyMap<string, ResolvedInput>): string {
  const input = known.get(field.trim())
  if (input === undefined) {
    const near = nearestName(field.trim(), known.keys())
    throw refuse(template, `"${field}" is not an input of this job.${near === null ? '' : ` Did you mean "${near}"?`}`)
  }
  if (input.value === undefined) throw refuse(template, `"${field}" has no value in this launch`)
  return typeof input.value === 'string' ? input.value : stringifyJson(input.value)
}

function refuse(template: string, why: string): InvalidInputError {
  return new InvalidInputError(`Cannot name the run "${template}": ${why}${/[.?]$/u.test(why) ? '' : '.'}`)
}
