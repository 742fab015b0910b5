import { describeOnEachDatabase, startTestServer, type TestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'

describeOnEachDatabase('a document with lists inside of lists', (databases) => {
  test('is refused before it takes the server’s memory, and others are answered meanwhile', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await addRuns(server, 40)
    const [refused, answered] = await Promise.all([
      server.request(nestRuns(6)),
      server.request('{ viewer { username } }'),
    ])
    expect(refused).toMatchObject({ status: 413, data: null })
    expect(refused.errors).toEqual([
      { message: expect.stringMatching(/too much at once.*"first"/u), extensions: { code: 'too-large' } },
    ])
    expect(answered.data.viewer.username).toBe(server.username)
  })

  test('is answered where what it asks for is in proportion', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await addRuns(server, 40)
    const { data, errors } = await server.request(nestRuns(2))
    expect(errors).toBeUndefined()
    expect(data.project.runs.edges[39].node.project.runs.edges).toHaveLength(40)
  })
})

test.each([
  ['history(samples: 500)', 2100],
  ['logMatches(text: "a") { nextLine }', 50],
])('a document that asks for "%s" of a run %i times is refused', async (field, times) => {
  await using server = await startTestServer()
  await addRuns(server, 1)
  const ask = (count: number): string => {
    const aliases = Array.from({ length: count }, (_, index) => `a${index}: ${field}`).join(' ')
    return `{ project(name: "p") { run(name: "run-0") { ${aliases} } } }`
  }
  expect((await server.request(ask(times))).errors?.[0]?.extensions?.['code']).toBe('too-large')
  expect((await server.request(ask(times / 10))).errors).toBeUndefined()
})

test('a document with ten thousand samples of a run is refused, one with a thousand is not', async () => {
  await using server = await startTestServer()
  await addRuns(server, 1)
  const sample = (count: number) =>
    server.request(
      'query($specs: [JSONString!]!) { project(name: "p") { run(name: "run-0") { sampledHistory(specs: $specs) } } }',
      { specs: Array.from({ length: count }, () => '{"keys": ["_step", "loss"]}') },
    )
  expect((await sample(10_000)).errors?.[0]?.extensions?.['code']).toBe('too-large')
  expect((await sample(1000)).errors).toBeUndefined()
})

async function addRuns(server: TestServer, count: number): Promise<void> {
  const runs = Array.from(
    { length: count },
    (_, index) => `r${index}: upsertBucket(input: {modelName: "p", name: "run-${index}"}) { inserted }`,
  )
  expect((await server.request(`mutation { ${runs.join(' ')} }`)).errors).toBeUndefined()
}

function nestRuns(depth: number): string {
  const nest = (rest: number): string =>
    rest === 0 ? 'name' : `runs(first: 1000) { edges { node { name project { ${nest(rest - 1)} } } } }`
  return `{ project(name: "p") { ${nest(depth)} } }`
}
