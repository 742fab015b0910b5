import { InvalidInputError, type JsonObject, type Problem } from '@slipway/core'
import { isStandardSchema, type StandardIssue } from './standard-schema.ts'

/** What a library's schema makes of a file's contents; plain JSON Schema leaves them as they are. Throws InvalidInputError. */
export function validateContents(path: string, contents: JsonObject, schema: unknown): unknown {
  if (!isStandardSchema(schema)) return contents
  const result = schema['~standard'].validate(contents)
  if (result instanceof Promise) {
    // Nobody waits for it, and what it says does not matter any more.
    result.catch(() => undefined)
    throw new InvalidInputError(
      `Cannot check "${path}" by its schema: the schema checks asynchronously. Use one without asynchronous checks.`,
    )
  }
  if (result.issues === undefined) return result.value
  const problems = result.issues.map((issue) => toProblem(path, issue))
  throw new InvalidInputError(
    `Cannot use "${path}": ${problems.map(({ path: at, message }) => `${at} ${message}`).join('; ')}. Correct the file.`,
    { problems },
  )
}

function toProblem(file: string, issue: StandardIssue): Problem {
  const keys = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part))
  return { path: `${file}:${keys.join('.')}`, message: issue.message }
}
