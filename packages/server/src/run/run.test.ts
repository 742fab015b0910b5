import { describeOnEachDatabase, startTestServer, type TestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'

const UPSERT = `mutation($input: UpsertBucketInput!) { upsertBucket(input: $input) {
  bucket { id name displayName config state notes tags historyLineCount project { name entity { name } } } inserted } }`
const READ = `query($name: String!) { project(name: "p") { run(name: $name) {
  id state exitcode summaryMetrics stopped config tags } } }`

async function upsert(server: TestServer, input: Record<string, unknown>, apiKey?: string) {
  return server.request(UPSERT, { input: { modelName: 'p', ...input } }, apiKey === undefined ? {} : { apiKey })
}

async function stream(server: TestServer, run: string, body: unknown, apiKey = server.apiKey): Promise<Response> {
  return fetch(`${server.url}/files/admin/p/${run}/file_stream`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`api:${apiKey}`).toString('base64')}` },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

const history = (offset: number) => ({ files: { 'wandb-history.jsonl': { offset, content: ['{"_step":0}'] } } })

describeOnEachDatabase('runs', (databases) => {
  test('an upsert makes a run with a name for people, and a second one finds it', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const first = (await upsert(server, { name: 'abc' })).data.upsertBucket
    expect(first.inserted).toBe(true)
    expect(first.bucket).toMatchObject({ name: 'abc', state: 'running', historyLineCount: 0 })
    expect(first.bucket.displayName).toMatch(/^[a-z]+-[a-z]+-1$/)
    expect(Buffer.from(first.bucket.id, 'base64').toString()).toBe('Run:v1:abc:p:admin')
    const second = (await upsert(server, { name: 'abc' })).data.upsertBucket
    expect(second).toMatchObject({ inserted: false, bucket: { displayName: first.bucket.displayName } })
  })

  test('a field that is null or absent stays as it is', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await upsert(server, { name: 'abc', config: '{"lr":{"value":0.1}}', notes: 'first', tags: ['a'] })
    const { bucket } = (await upsert(server, { name: 'abc', config: null, tags: null })).data.upsertBucket
    expect(bucket).toMatchObject({ config: '{"lr":{"value":0.1}}', notes: 'first', tags: ['a'] })
  })

  test('the exit code in the last file stream request ends the run', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await upsert(server, { name: 'good' })
    await upsert(server, { name: 'bad' })
    expect(
      await (
        await stream(server, 'good', {
          files: { 'wandb-summary.json': { offset: 0, content: ['{"a":1}', '{"a":2}'] } },
        })
      ).json(),
    ).toEqual({})
    await stream(server, 'good', { complete: true, exitcode: 0 })
    await stream(server, 'bad', { complete: true, exitcode: 3 })
    expect((await server.request(READ, { name: 'good' })).data.project.run).toMatchObject({
      state: 'finished',
      exitcode: 0,
      summaryMetrics: '{"a":2}',
    })
    expect((await server.request(READ, { name: 'bad' })).data.project.run).toMatchObject({
      state: 'failed',
      exitcode: 3,
    })
  })

  test('a run without an id gets one, and a display name that is given stays', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const { bucket } = (await upsert(server, { displayName: 'mine' })).data.upsertBucket
    expect(bucket.name).toMatch(/^[a-z0-9]{8}$/)
    expect(bucket.displayName).toBe('mine')
  })

  test('an edit by id changes a run, and keeps the key that resuming depends on', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const config = '{"_wandb":{"value":{"t":{"1":[2]}}},"lr":{"value":1}}'
    const { id } = (await upsert(server, { name: 'abc', config })).data.upsertBucket.bucket
    await stream(server, 'abc', { complete: true, exitcode: 0 })
    const { bucket } = (await upsert(server, { id, config: '{"lr":{"value":2}}', tags: [], notes: '' })).data
      .upsertBucket
    expect(JSON.parse(bucket.config)).toEqual({ lr: { value: 2 }, _wandb: { value: { t: { '1': [2] } } } })
    expect(bucket).toMatchObject({ tags: [], notes: '', state: 'finished' })
  })

  test('a program that starts again under the id of an ended run makes it run on', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const config = '{"_wandb":{"value":{"t":{}}}}'
    await upsert(server, { name: 'abc', config })
    await stream(server, 'abc', { complete: true, exitcode: 1 })
    expect((await upsert(server, { name: 'abc', config })).data.upsertBucket.bucket.state).toBe('running')
    expect((await server.request(READ, { name: 'abc' })).data.project.run.exitcode).toBeNull()
    await stream(server, 'abc', { complete: true, exitcode: 0 })
    expect((await server.request(READ, { name: 'abc' })).data.project.run.state).toBe('finished')
  })

  test('a program that begins an ended run anew replaces what was logged, one that resumes it adds', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const config = '{"_wandb":{"value":{"t":{}}}}'
    const { id } = (await upsert(server, { name: 'abc', config })).data.upsertBucket.bucket
    await stream(server, 'abc', { ...history(0), complete: true, exitcode: 0 })
    const resumed = (await upsert(server, { id, name: 'abc', config })).data.upsertBucket.bucket
    expect(resumed).toMatchObject({ state: 'running', historyLineCount: 1 })
    expect((await upsert(server, { name: 'abc', config })).data.upsertBucket.bucket.historyLineCount).toBe(1)
    await stream(server, 'abc', { ...history(1), complete: true, exitcode: 0 })
    const anew = (await upsert(server, { name: 'abc', config, host: 'h' })).data.upsertBucket
    expect(anew).toMatchObject({ inserted: false, bucket: { id, state: 'running', historyLineCount: 2 } })
    await stream(server, 'abc', { ...history(2), complete: true, exitcode: 0 })
    const read = '{ project(name: "p") { run(name: "abc") { historyLineCount history } } }'
    expect((await server.request(read)).data.project.run).toEqual({ historyLineCount: 1, history: ['{"_step":0}'] })
  })

  test('a program whose run another one has ended goes on, and begins nothing anew', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const config = '{"_wandb":{"value":{"t":{}}}}'
    await upsert(server, { name: 'abc', config, host: 'h' })
    await stream(server, 'abc', {
      files: {
        'wandb-history.jsonl': { offset: 0, content: ['{"_step":0}', '{"_step":1}'] },
        'wandb-events.jsonl': { offset: 0, content: ['{"system.cpu":1}'] },
        'wandb-summary.json': { offset: 0, content: ['{"_step":1}'] },
        'output.log': { offset: 0, content: ['line'] },
      },
      complete: true,
      exitcode: 0,
    })
    // As a client does that has something new in its config, such as a metric that it defines.
    const { bucket } = (await upsert(server, { name: 'abc', config })).data.upsertBucket
    expect(bucket).toMatchObject({ state: 'running', historyLineCount: 2 })
    await stream(server, 'abc', history(2))
    const read = `{ project(name: "p") { run(name: "abc") {
      historyLineCount eventsLineCount logLineCount summaryMetrics } } }`
    expect((await server.request(read)).data.project.run).toEqual({
      historyLineCount: 3,
      eventsLineCount: 1,
      logLineCount: 1,
      summaryMetrics: '{"_step":1}',
    })
  })

  test('twenty clients that make the same run at once make one', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const answers = await Promise.all(Array.from({ length: 20 }, () => upsert(server, { name: 'abc' })))
    expect(answers.filter(({ data }) => data.upsertBucket.inserted)).toHaveLength(1)
    expect(new Set(answers.map(({ data }) => data.upsertBucket.bucket.id)).size).toBe(1)
  })

  test('a deletion that is repeated succeeds, since the first answer may have been lost', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const { id } = (await upsert(server, { name: 'abc' })).data.upsertBucket.bucket
    const bob = await server.addUser('bob')
    const remove = 'mutation($id: ID!) { deleteRun(input: {id: $id}) { clientMutationId } }'
    expect((await server.request(remove, { id })).errors).toBeUndefined()
    expect((await server.request(remove, { id })).errors).toBeUndefined()
    expect((await server.request(remove, { id }, { apiKey: bob })).status).toBe(404)
  })

  test('a deleted run is gone for reading and answers 410 to its client', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const { id } = (await upsert(server, { name: 'abc' })).data.upsertBucket.bucket
    await server.request('mutation($id: ID!) { deleteRun(input: {id: $id}) { clientMutationId } }', { id })
    expect((await server.request(READ, { name: 'abc' })).data.project.run).toBeNull()
    const again = await upsert(server, { name: 'abc' })
    expect(again.status).toBe(410)
    expect(again.errors?.[0]?.message).toContain('was deleted')
    expect((await stream(server, 'abc', {})).status).toBe(410)
  })

  test('a run of others is not there: neither by name, by id, nor for a change', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const { id } = (await upsert(server, { name: 'abc' })).data.upsertBucket.bucket
    const bob = await server.addUser('bob')
    const read = 'query { project(name: "p", entityName: "admin") { run(name: "abc") { id } } }'
    expect((await server.request(read, {}, { apiKey: bob })).data.project).toBeNull()
    expect((await upsert(server, { id, notes: 'x' }, bob)).status).toBe(404)
    expect((await upsert(server, { name: 'abc', entityName: 'admin' }, bob)).status).toBe(404)
    for (const mutation of [
      'stopRun(input: {id: $id}) { success }',
      'deleteRun(input: {id: $id}) { clientMutationId }',
      'updateRunState(input: {id: $id, state: "failed"}) { success }',
    ]) {
      const answer = await server.request(`mutation($id: ID!) { ${mutation} }`, { id }, { apiKey: bob })
      expect(answer.status).toBe(404)
    }
  })

  test('what no client could send is refused with the reason', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const inputs = [
      { name: 'a/b' },
      { name: ' ' },
      { name: 'x'.repeat(129) },
      { name: 'a', config: '[]' },
      { name: 'a', config: '{"a":' },
      { name: 'a', summaryMetrics: '7' },
      { name: 'a', notes: 'a\0b' },
      { name: 'a', tags: ['a\0'] },
      { name: 'a', state: 'flying' },
    ]
    for (const input of inputs) expect((await upsert(server, input)).status).toBe(400)
    expect((await upsert(server, { id: 'nonsense' })).status).toBe(404)
    expect((await server.request('{ project(name: "p") { runCount } }')).data.project?.runCount ?? 0).toBe(0)
  })

  test('a person may only make the state changes that the client knows', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const { id } = (await upsert(server, { name: 'abc' })).data.upsertBucket.bucket
    const change = (state: string) =>
      server.request('mutation($input: UpdateRunStateInput!) { updateRunState(input: $input) { success } }', {
        input: { id, state },
      })
    expect((await change('pending')).data.updateRunState.success).toBe(true)
    expect((await change('failed')).data.updateRunState.success).toBe(true)
    const refused = await change('finished')
    expect(refused.status).toBe(400)
    expect(refused.errors?.[0]?.message).toContain('invalid state transition')
  })

  test('a run of which nothing is heard counts as crashed until it is heard of again', async () => {
    let now = 1_800_000_000_000
    await using server = await startTestServer({ database: await databases.create(), clock: { now: () => now } })
    const states: string[] = []
    server.server.services.run.onRunChanged(({ run, previousState }) => {
      states.push(`${run.name} ${previousState} ${run.state}`)
    })
    await upsert(server, { name: 'quiet' })
    await upsert(server, { name: 'leaving' })
    await stream(server, 'leaving', { preempting: true })
    now += 200_000
    await upsert(server, { name: 'alive' })
    now += 150_000
    await server.server.services.run.endSilentRuns()
    expect((await server.request(READ, { name: 'quiet' })).data.project.run.state).toBe('crashed')
    expect((await server.request(READ, { name: 'leaving' })).data.project.run.state).toBe('preempted')
    expect((await server.request(READ, { name: 'alive' })).data.project.run.state).toBe('running')
    await stream(server, 'quiet', {})
    expect((await server.request(READ, { name: 'quiet' })).data.project.run.state).toBe('running')
    expect(states.toSorted()).toEqual(
      [
        'quiet null running',
        'leaving null running',
        'leaving running preempting',
        'alive null running',
        'quiet running crashed',
        'leaving preempting preempted',
        'quiet crashed running',
      ].toSorted(),
    )
  })

  test('stopping a run that waits for its program ends it', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const { id } = (await upsert(server, { name: 'abc', state: 'pending' })).data.upsertBucket.bucket
    await server.request('mutation($id: ID!) { stopRun(input: {id: $id}) { success } }', { id })
    expect((await server.request(READ, { name: 'abc' })).data.project.run.state).toBe('killed')
  })

  test('an alert of a program is taken', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await upsert(server, { name: 'abc' })
    const alert = (runName: string) =>
      server.request(
        `mutation($runName: String!) { notifyScriptableRunAlert(input: {projectName: "p", runName: $runName,
          title: "t", text: "x", severity: WARN, waitDuration: 60000000000}) { success } }`,
        { runName },
      )
    expect((await alert('abc')).data.notifyScriptableRunAlert.success).toBe(true)
    expect((await alert('unknown')).status).toBe(404)
  })

  test('an alert of the same title is taken again only after the time that it names', async () => {
    let now = 1_800_000_000_000
    await using server = await startTestServer({ database: await databases.create(), clock: { now: () => now } })
    await upsert(server, { name: 'abc' })
    const alert = async (title: string) => {
      const answer = await server.request(
        `mutation($title: String!) { notifyScriptableRunAlert(input: {projectName: "p", runName: "abc", title: $title,
          text: "x", waitDuration: 60000000000}) { success } }`,
        { title },
      )
      expect(answer.data.notifyScriptableRunAlert.success).toBe(true)
    }
    const list = async () => {
      const query = '{ project(name: "p") { run(name: "abc") { alerts(first: 50) { edges { node { title } } } } } }'
      const { edges } = (await server.request(query)).data.project.run.alerts
      return edges.map(({ node }: { node: { title: string } }) => node.title)
    }
    await Promise.all(Array.from({ length: 20 }, () => alert('low')))
    await alert('high')
    now += 59_000
    await alert('low')
    expect(await list()).toEqual(['high', 'low'])
    now += 2000
    await alert('low')
    expect(await list()).toEqual(['low', 'high', 'low'])
  })

  test('a program that said it is being preempted ends as preempted, unless it ended well or was stopped', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const end = async (name: string, exitcode: number) => {
      await upsert(server, { name })
      await stream(server, name, { preempting: true })
      const { run } = (await server.request(READ, { name })).data.project
      expect(run.state).toBe('preempting')
      if (name === 'stopped')
        await server.request('mutation($id: ID!) { stopRun(input: {id: $id}) { success } }', { id: run.id })
      await stream(server, name, { complete: true, exitcode })
      return (await server.request(READ, { name })).data.project.run.state
    }
    expect([await end('lost', 255), await end('well', 0), await end('stopped', 255)]).toEqual([
      'preempted',
      'finished',
      'killed',
    ])
  })

  test('alerts are listed newest first, page by page', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await upsert(server, { name: 'abc' })
    for (const title of ['one', 'two', 'three']) {
      await server.request(
        `mutation($title: String!) { notifyScriptableRunAlert(input: {projectName: "p", runName: "abc", title: $title, text: "x"}) { success } }`,
        { title },
      )
    }
    const list = async (after = '') => {
      const { data } = await server.request(
        'query($after: String!) { project(name: "p") { run(name: "abc") { alerts(first: 2, after: $after) { edges { node { title severity } } pageInfo { hasNextPage endCursor } } } } }',
        { after },
      )
      return data.project.run.alerts
    }
    const first = await list()
    expect(first.edges.map(({ node }: { node: unknown }) => node)).toEqual([
      { title: 'three', severity: 'INFO' },
      { title: 'two', severity: 'INFO' },
    ])
    const rest = await list(first.pageInfo.endCursor)
    expect([rest.edges[0].node.title, rest.pageInfo.hasNextPage]).toEqual(['one', false])
  })
})
