import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeOnEachDatabase, startTestServer } from '@slipway/testkit'
import { Client } from 'pg'
import { expect, test } from 'vitest'

const CREATE_QUEUE = `mutation($name: String!) {
  createRunQueue(input: {entityName: "admin", projectName: "model-registry", queueName: $name, access: PROJECT}) { success }
}`

describeOnEachDatabase('a server that stops', (databases) => {
  test('has answered every change that it made', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'slipway-stop-'))
    const database = await databases.create({ file: join(folder, 'test.sqlite') })
    const first = await startTestServer({ database })
    const names = Array.from({ length: 40 }, (_, index) => `queue-${index}`)
    const answers = names.map(async (name) => {
      const answer = await first.request(CREATE_QUEUE, { name }).catch(() => null)
      return answer?.data?.createRunQueue?.success === true ? [name] : []
    })
    await Promise.any(answers)
    await first.stop()
    const answered = (await Promise.all(answers)).flat()
    await using second = await startTestServer({ database })
    const made = await second.server.services.account
      .authenticate(first.apiKey)
      .then(() => second.request('{ entity(name: "admin") { runQueues { name } } }', {}, { apiKey: first.apiKey }))
    expect(made.data.entity.runQueues.map((queue: { name: string }) => queue.name).toSorted()).toEqual(
      answered.toSorted(),
    )
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  })

  if (databases.engine !== 'postgres') return

  async function withDatabase(
    work: (admin: Client, location: Awaited<ReturnType<typeof databases.create>>) => Promise<void>,
  ) {
    const location = await databases.create()
    if (location.kind !== 'postgres') return
    const admin = new Client({ connectionString: location.connectionString, application_name: 'the test' })
    await admin.connect()
    await work(admin, location).finally(() => admin.end())
  }
  const OTHERS = `from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`

  test('leaves no connection to Postgres', async () => {
    await withDatabase(async (admin, database) => {
      const server = await startTestServer({ database })
      await server.request('{ viewer { username } }')
      await server.stop()
      // Postgres forgets a connection some time after its end.
      const listOthers = () => admin.query(`select application_name ${OTHERS} and backend_type = 'client backend'`)
      await expect.poll(async () => (await listOthers()).rows).toEqual([])
    })
  })

  test('was not ended by the loss of its connections to Postgres', async () => {
    await withDatabase(async (admin, database) => {
      await using server = await startTestServer({ database })
      await server.request('{ viewer { username } }')
      await admin.query(`select pg_terminate_backend(pid) ${OTHERS}`)
      await expect
        .poll(async () => (await server.request('{ viewer { username } }')).data?.viewer?.username)
        .toBe('admin')
    })
  })
})
