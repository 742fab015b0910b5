import { describeOnEachDatabase, startTestServer, type TestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { ack, anAgent, aQueue, pop, push, tryPush } from '../run-queue/testing/run-queue-fixture.ts'

const FILE_STREAM = '/files/admin/p/r/file_stream'

async function stream(server: TestServer, body: object): Promise<Response> {
  return fetch(`${server.url}${FILE_STREAM}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Basic ${Buffer.from(`api:${server.apiKey}`).toString('base64')}`,
    },
    body: JSON.stringify(body),
  })
}

function cursor(text: string): string {
  return Buffer.from(`after:${text}`).toString('base64url')
}

async function makeRun(server: TestServer): Promise<void> {
  const answer = await server.request('mutation { upsertBucket(input: {modelName: "p", name: "r"}) { bucket { id } } }')
  expect(answer.errors).toBeUndefined()
}

async function listRuns(server: TestServer, filters: object) {
  return server.request(
    'query($filters: JSONString) { project(name: "p") { runs(filters: $filters) { edges { cursor } } } }',
    {
      filters: JSON.stringify(filters),
    },
  )
}

const TEXT_FIELDS: readonly (readonly [string, string])[] = [
  ['the user', 'query($t: String!) { users(query: $t) { edges { cursor } } }'],
  ['the entity', 'query($t: String!) { project(name: "p", entityName: $t) { id } }'],
  ['the project', 'query($t: String!) { project(name: $t) { id } }'],
  ['the new project', 'mutation($t: String!) { upsertModel(input: {name: $t}) { inserted } }'],
  ['the description', 'mutation($t: String!) { upsertModel(input: {name: "p", description: $t}) { inserted } }'],
  ['the key', 'mutation($t: String!) { generateApiKey(input: {description: $t}) { apiKey { id } } }'],
  ['the key to delete', 'mutation($t: ID!) { deleteApiKey(input: {id: $t}) { success } }'],
  ['the e-mail', 'mutation($t: String!) { createUser(input: {username: "bob", email: $t}) { apiKey } }'],
  ['the artifact', 'query($t: String!) { project(name: "p") { artifact(name: $t) { id } } }'],
  ['the client id', 'query($t: ID!) { clientIDMapping(clientID: $t) { serverID } }'],
  ['the run', 'query($t: String!) { project(name: "p") { run(name: $t) { id } } }'],
  ['the page', 'query($t: String!) { project(name: "p") { artifactTypes(after: $t) { edges { cursor } } } }'],
]

describeOnEachDatabase('hostile values', (databases) => {
  test('no text is answered with a failure of the server', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server)
    for (const text of [
      'a\0b',
      '\ud800',
      '1e400',
      'NaN',
      '9'.repeat(400),
      cursor('1.5'),
      cursor('9'.repeat(400)),
      '',
    ]) {
      for (const [what, document] of TEXT_FIELDS) {
        const { status, errors = [] } = await server.request(document, { t: text })
        const codes = errors.map(({ extensions }) => extensions?.['code'])
        const seen = { what, text, isRetried: status >= 500, hasFailed: codes.includes('internal') }
        expect(seen).toEqual({ what, text, isRetried: false, hasFailed: false })
      }
    }
  })

  test('a filter of runs with more values than a database takes is refused', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server)
    const names = Array.from({ length: 400 }, (_, index) => `n${index}`)
    const answer = await listRuns(server, { $and: names.map(() => ({ name: { $in: names } })) })
    expect(answer.errors?.[0]?.extensions?.['code']).toBe('invalid-input')
    expect((await listRuns(server, { name: { $in: names } })).errors).toBeUndefined()
  })

  test('lines far beyond the end of a run are refused, and the run can still be read', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server)
    const content = ['{"_step": 1e400, "loss": 1}']
    for (const offset of [2 ** 31 - 1, 2 ** 40, 1_500_000_000, -1, 0.5])
      expect((await stream(server, { files: { 'wandb-history.jsonl': { offset, content } } })).status).toBe(400)
    expect((await stream(server, { files: { 'output.log': { offset: 2 ** 31 - 1, content: ['x'] } } })).status).toBe(
      400,
    )
    expect((await stream(server, { files: { 'wandb-history.jsonl': { offset: 5, content } } })).status).toBe(200)
    const read = await server.request(
      'query($specs: [JSONString!]!) { project(name: "p") { run(name: "r") { historyLineCount historyKeys sampledHistory(specs: $specs) history(samples: 9) } } }',
      { specs: ['{"keys": ["loss"], "samples": 1.5, "minStep": 0}'] },
    )
    expect(read.errors).toBeUndefined()
    expect(read.data.project.run.historyLineCount).toBe(6)
  })

  test('an exit code beyond 32 bits is refused', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server)
    expect((await stream(server, { complete: true, exitcode: 2 ** 31 })).status).toBe(400)
    expect((await stream(server, { complete: true, exitcode: 2 ** 31 - 1 })).status).toBe(200)
  })

  test('a claim or a launch with an unstorable name harms no other', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const queue = await aQueue(server, 'q')
    const agent = await anAgent(server, [queue.id])
    await push(server, 'q')
    const item = (await pop(server, 'q', agent))?.runQueueItemId ?? ''
    for (const job of ['admin/p/a\0b:v0', 'admin/p/\ud800:v0'])
      expect((await tryPush(server, 'q', { job, docker: {} })).errors?.[0]?.extensions?.['code']).toBe('invalid-input')
    const claims = await Promise.allSettled(['r\0', 'r\ud800', 'good'].map((name) => ack(server, item, name, agent)))
    expect(claims.filter((claim) => claim.status === 'fulfilled' && claim.value)).toHaveLength(1)
    const refused = claims.flatMap((claim) => (claim.status === 'rejected' ? [String(claim.reason)] : []))
    expect(refused.join()).not.toContain('internal')
  })

  test('an artifact cannot take the name of another', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const ids = await Promise.all(
      ['one', 'two'].map(async (name) => {
        const { data } = await server.request(
          `mutation($name: String!) { createArtifact(input: {entityName: "admin", projectName: "p", artifactTypeName: "model",
            artifactCollectionName: $name, digest: "d41d8cd98f00b204e9800998ecf8427e", digestAlgorithm: MANIFEST_MD5}) {
            artifact { artifactSequence { id } } } }`,
          { name },
        )
        return data.createArtifact.artifact.artifactSequence.id
      }),
    )
    const renamed = await server.request(
      'mutation($id: ID!) { updateArtifactSequence(input: {artifactSequenceID: $id, name: "two"}) { artifactCollection { id } } }',
      { id: ids[0] },
    )
    expect(renamed.errors?.[0]?.extensions?.['code']).toBe('conflict')
  })
})

test('a document of nothing but brackets is answered with status 400', async () => {
  await using server = await startTestServer()
  for (const [open, middle, close] of [
    ['{ a ', '', ' }'],
    ['[', '', ']'],
  ] as const) {
    const nested = open.repeat(4900) + middle + close.repeat(4900)
    const query = open === '[' ? `mutation { noop(x: ${nested}) }` : nested
    expect((await server.request(query)).status).toBe(400)
  }
})

test('a document that describes the schema over and over is refused', async () => {
  await using server = await startTestServer()
  expect((await server.request(describeSchema(1000), {}, { apiKey: null })).status).toBe(400)
  expect((await server.request(describeSchema(3), {}, { apiKey: null })).status).toBe(200)
})

function describeSchema(times: number): string {
  return `{ ${Array.from({ length: times }, (_, index) => `a${index}: __schema { types { name } }`).join(' ')} }`
}
