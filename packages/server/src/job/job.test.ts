import { createTestJob, describeOnEachDatabase, startTestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { artifactClient, startArtifactServer } from '../artifact/testing/artifact-client.ts'
import { NUMBER, typed, logJob, readJob, names } from './testing/job-fixture.ts'

describeOnEachDatabase('jobs', (databases) => {
  test('runs of a job are listed with the newest first, and runs are found by job and version', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const path = await createTestJob(server, {
      entityName: 'admin',
      projectName: 'demo',
      name: 'train',
      files: { 'train.py': 'print(1)' },
      entryPoint: ['python', 'train.py'],
      config: { lr: 1 },
    })
    const { data } = await server.request(
      'query($name: String!) { project(name: "demo") { artifact(name: $name) { id } } }',
      { name: 'train:v0' },
    )
    for (const runName of ['first', 'second']) {
      await server.request('mutation($input: UpsertBucketInput!) { upsertBucket(input: $input) { inserted } }', {
        input: { modelName: 'demo', name: runName },
      })
      await server.request('mutation($input: UseArtifactInput!) { useArtifact(input: $input) { clientMutationId } }', {
        input: { artifactID: data.project.artifact.id, entityName: 'admin', projectName: 'demo', runName },
      })
    }
    const listed = await server.request(
      '{ project(name: "demo") { job(name: "train") { runs(first: 1) { edges { node { name } } pageInfo { hasNextPage endCursor } } } } }',
    )
    expect(names(listed.data.project.job.runs)).toEqual(['second'])
    const { endCursor } = listed.data.project.job.runs.pageInfo
    const next = await server.request(
      'query($after: String) { project(name: "demo") { job(name: "train") { runs(after: $after) { edges { node { name } } } } } }',
      { after: endCursor },
    )
    expect(names(next.data.project.job.runs)).toContain('first')
    const ofVersion =
      'query($after: String) { project(name: "demo") { jobVersion(name: "train:v0") { runs(first: 1, after: $after) { edges { node { name } } pageInfo { endCursor } } } } }'
    const newest = (await server.request(ofVersion)).data.project.jobVersion.runs
    const older = await server.request(ofVersion, { after: newest.pageInfo.endCursor })
    expect([names(newest), names(older.data.project.jobVersion.runs)]).toEqual([['second'], ['first']])
    for (const filters of ['{"job": "train"}', '{"job_version": "train:v0"}']) {
      const found = await server.request(
        'query($filters: JSONString) { project(name: "demo") { runs(filters: $filters) { edges { node { name } } } } }',
        { filters },
      )
      expect(names(found.data.project.runs)).toEqual(expect.arrayContaining(['first', 'second']))
    }
    expect(path).toBe('admin/demo/train:v0')
  })

  test('the same files with other declared inputs are another version, with the same ones not', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const declare = (fields: Record<string, unknown>) =>
      logJob(server, client, { metadata: { input_types: { '@wandb.config': typed(fields) } } })
    const first = await declare({ a: NUMBER, b: NUMBER })
    expect(await declare({ b: NUMBER, a: NUMBER })).toBe(first)
    expect(await logJob(server, client, {})).toBe(first)
    expect(await declare({ a: NUMBER })).not.toBe(first)
    expect((await readJob(client)).version).toBe('v1')
    expect((await readJob(client, 'train:v0')).inputTypes).toEqual({ a: 'float', b: 'float' })
  })

  test('jobs are listed with the newest version first, versions too, and a description can be given', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    await logJob(server, client, { name: 'one' })
    await logJob(server, client, { name: 'two' })
    await logJob(server, client, { name: 'one', jobFile: { runtime: '3.12' } })
    const query = `query($first: Int, $after: String) { project(name: "p") { jobs(first: $first, after: $after) {
      pageInfo { hasNextPage endCursor } edges { node { id name description latestVersion { version }
      versions { edges { node { version } } } } } } } }`
    const { jobs } = (await client.ask(query, { first: 1 })).project
    expect(jobs.edges[0].node).toMatchObject({
      name: 'one',
      latestVersion: { version: 'v1' },
      versions: { edges: [{ node: { version: 'v1' } }, { node: { version: 'v0' } }] },
    })
    expect(jobs.pageInfo.hasNextPage).toBe(true)
    const rest = (await client.ask(query, { first: 5, after: jobs.pageInfo.endCursor })).project.jobs
    expect(rest.edges.map(({ node }: { node: { name: string } }) => node.name)).toEqual(['two'])
    await client.ask(
      'mutation($id: ID!) { updateArtifactSequence(input: {artifactSequenceID: $id, description: "trains"}) { artifactCollection { id } } }',
      { id: jobs.edges[0].node.id },
    )
    expect((await client.ask(query, { first: 1 })).project.jobs.edges[0].node.description).toBe('trains')
  })

  test('jobs of all projects are searched by a part of name or description, whatever its case', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    for (const [projectName, name] of [
      ['vision', 'train-resnet'],
      ['speech', 'train_50%'],
      ['vision', 'evaluate'],
    ] as const) {
      const files = { 'a.sh': `echo ${name}` }
      await createTestJob(server, { entityName: 'admin', projectName, name, files, entryPoint: ['sh', 'a.sh'] })
    }
    const find = async (search: string | null, apiKey = server.apiKey) => {
      const answer = await server.request(
        'query($search: String) { entity(name: "admin") { jobs(search: $search) { edges { node { name } } } } }',
        { search },
        { apiKey },
      )
      return answer.data.entity === null ? null : names(answer.data.entity.jobs)
    }
    expect(await find(null)).toEqual(['evaluate', 'train_50%', 'train-resnet'])
    expect(await find('TRAIN')).toEqual(['train_50%', 'train-resnet'])
    expect(await find('_50%')).toEqual(['train_50%'])
    expect(await find('*')).toEqual([])
    expect(await find('train', await server.addUser('mallory'))).toBeNull()
    const inProject = await server.request(
      '{ project(name: "vision") { jobs(search: "train") { edges { node { name } } } } }',
    )
    expect(names(inProject.data.project.jobs)).toEqual(['train-resnet'])
  })

  test('an artifact of another type is no job, and nobody else sees a job', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    await client.log({ name: 'data' })
    await logJob(server, client, {})
    expect(await readJob(client, 'data')).toBeNull()
    expect(await readJob(client, 'nothing')).toBeNull()
    expect((await client.ask('{ project(name: "p") { job(name: "data") { id } } }')).project.job).toBeNull()
    const { job } = server.server.services
    const administrator = await server.server.services.account.authenticate(server.apiKey)
    const apiKey = await server.addUser('bob')
    const bob = await server.server.services.account.authenticate(apiKey)
    if (administrator === null || bob === null) throw new Error('The keys are unknown')
    expect(await job.findVersion(administrator, 'admin/p/train:v0')).toMatchObject({ name: 'train', versionIndex: 0 })
    for (const path of ['admin/p/train:v9', 'admin/q/train', 'train', 'p/train', 'a/b/c/d', ''])
      expect(await job.findVersion(administrator, path)).toBeNull()
    expect(await job.findVersion(bob, 'admin/p/train:v0')).toBeNull()
    const other = artifactClient(server, { entity: 'bob', apiKey })
    expect(
      (await other.ask('{ project(name: "p", entityName: "admin") { jobs { edges { node { id } } } } }')).project,
    ).toBeNull()
  })
})
