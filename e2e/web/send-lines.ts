import type { TestServer } from '@slipway/testkit'

/** Makes a run by the requests of a client, and answers with its id. */
export async function makeRun(server: TestServer, name: string, project = 'vision'): Promise<string> {
  const { data } = await server.request(
    'mutation($project: String!, $name: String!) { upsertBucket(input: {modelName: $project, name: $name}) { bucket { id } } }',
    { project, name },
  )
  return data.upsertBucket.bucket.id
}

/** Sends one file stream request, as a program does that writes much. */
export async function sendStream(server: TestServer, name: string, body: unknown, project = 'vision'): Promise<void> {
  const response = await fetch(`${server.url}/files/admin/${project}/${name}/file_stream`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`api:${server.apiKey}`).toString('base64')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  })
  if (response.status !== 200) throw new Error(`The server answered with ${response.status}: ${await response.text()}`)
}

/** Sends `count` lines of a stream, several thousands at once; `write` makes each line. */
export async function sendLines(
  server: TestServer,
  name: string,
  stream: 'wandb-history.jsonl' | 'output.log',
  count: number,
  write: (line: number) => string,
): Promise<void> {
  for (let offset = 0; offset < count; offset += LINES_AT_ONCE) {
    const length = Math.min(LINES_AT_ONCE, count - offset)
    const content = Array.from({ length }, (_, index) => write(offset + index))
    await sendStream(server, name, { files: { [stream]: { offset, content } } })
  }
}

const LINES_AT_ONCE = 20_000
