import { PassThrough } from 'node:stream'
import { ConflictError, InvalidInputError } from '@slipway/core'
import { expect, test } from 'vitest'
import { reportError } from './error-report.ts'

const read = (stream: PassThrough): string => String(stream.read() ?? '')

function report(error: unknown, isJson = false) {
  const stdout = new PassThrough()
  const stderr = new PassThrough()
  const stdin = new PassThrough()
  const exitCode = reportError({ environment: {}, workingFolder: '/', stdin, stdout, stderr }, error, isJson)
  return { exitCode, stdout: read(stdout), stderr: read(stderr) }
}

test('each problem has one line, though the message holds them too', () => {
  const problems = [
    { path: 'seed', message: 'Cannot set "seed": it is not an input.' },
    { path: 'a.b', message: 'It must be an int.' },
    { path: 'tags', message: 'Cannot set "tags[1]" to 3: it must be str.' },
  ]
  const message = `Cannot launch:\n${problems.map((problem) => `- ${problem.message}`).join('\n')}`
  expect(report(new InvalidInputError(message, { problems }))).toEqual({
    exitCode: 2,
    stdout: '',
    stderr:
      'Error: Cannot launch:\n  Cannot set "seed": it is not an input.\n  a.b: It must be an int.\n  Cannot set "tags[1]" to 3: it must be str.\n',
  })
})

test('with JSON, stdout holds one document and nothing else', () => {
  const shown = report(new ConflictError('Taken.'), true)
  expect(shown.exitCode).toBe(6)
  expect(JSON.parse(shown.stdout)).toEqual({ error: { code: 'conflict', message: 'Taken.', problems: [] } })
  expect(shown.stderr).toBe('Error: Taken.\n')
})

test('what is not a known error ends with 1', () => {
  expect(report(new TypeError('x is not a function')).exitCode).toBe(1)
})
