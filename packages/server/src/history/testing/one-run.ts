import type { TestServer } from '@slipway/testkit'
import { expect } from 'vitest'
import { streamClient } from './stream-client.ts'

/** Makes run `r`, or one of another name, or changes it; answers with its id on the wire. */
export async function makeRun(
  server: TestServer,
  name = 'r',
  input: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const answer = await server.request(
    'mutation($input: UpsertBucketInput!) { upsertBucket(input: $input) { bucket { id } } }',
    { input: { modelName: 'p', name, ...input } },
  )
  return answer.data.upsertBucket.bucket.id
}

/** Sends a file stream request of run `r`, or of another one. */
export async function send(
  server: TestServer,
  body: unknown,
  { run = 'r', ...options }: { readonly run?: string; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<Response> {
  return streamClient(server, run, server.apiKey).send(body, options)
}

/** Sends history lines. */
export async function log(server: TestServer, offset: number, lines: readonly string[], run = 'r'): Promise<Response> {
  return streamClient(server, run, server.apiKey).history(offset, lines)
}

/** Fields of a run; a variable `specs` may be used in them. */
export async function readRun(
  server: TestServer,
  fields: string,
  variables: Readonly<Record<string, unknown>> = {},
  name = 'r',
) {
  const answer = await server.request(
    `query(${variables['specs'] === undefined ? '' : '$specs: [JSONString!]!, '}$name: String!) {
      project(name: "p") { run(name: $name) { ${fields} } } }`,
    { name, ...variables },
  )
  expect(answer.errors).toBeUndefined()
  return answer.data.project.run
}

/** The steps of all history lines of run `r`, in their order. */
export async function readSteps(server: TestServer): Promise<readonly number[]> {
  const { history } = await readRun(server, 'history(minStep: 0, maxStep: 1000000)')
  return history.map((line: string) => JSON.parse(line)._step)
}

/** A history line. */
export const row = (step: number, metrics: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({ ...metrics, _step: step })

/** History lines of steps that follow each other. */
export const rows = (from: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => row(from + index))
