import { readFile } from 'node:fs/promises'
import { createTestJob, describeOnEachDatabase, startTestServer, type TestServer } from '@slipway/testkit'
import { countStatements } from '../database/testing/count-statements.ts'
import { expect, test } from 'vitest'

const JOBS = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta', 'eta', 'theta', 'iota', 'kappa']

/** One operation of a document of ours, as the web application and the command line send it. */
async function readOperation(file: string, name: string): Promise<string> {
  const text = await readFile(new URL(`../../../api/documents/${file}`, import.meta.url), 'utf8')
  const operation = text
    .split(/^(?=query |mutation |subscription )/mu)
    .find((part) => part.startsWith(`query ${name}(`))
  if (operation === undefined) throw new Error(`${file} has no operation ${name}`)
  return operation
}

/** Makes a job that two runs used. */
async function makeJob(server: TestServer, name: string): Promise<void> {
  await createTestJob(server, {
    entityName: 'admin',
    projectName: `project-of-${name}`,
    name,
    files: { 'train.py': '' },
    entryPoint: ['python', 'train.py'],
    config: { rate: 0.1 },
  })
  const run = (runName: string, state: string) =>
    server.request(`mutation($input: UpsertBucketInput!) { upsertBucket(input: $input) { bucket { id } } }`, {
      input: { entityName: 'admin', modelName: 'vision', name: runName, state },
    })
  const { data } = await server.request(
    'query($project: String!, $name: String!) { project(name: $project, entityName: "admin") { jobVersion(name: $name) { id } } }',
    { project: `project-of-${name}`, name: `${name}:v0` },
  )
  for (const runName of [`${name}-1`, `${name}-2`]) {
    await run(runName, 'finished')
    const { errors } = await server.request(
      'mutation($input: UseArtifactInput!) { useArtifact(input: $input) { artifact { id } } }',
      {
        input: {
          artifactID: data.project.jobVersion.id,
          entityName: 'admin',
          projectName: 'vision',
          runName,
        },
      },
    )
    if (errors !== undefined) throw new Error(errors[0]?.message)
  }
}

describeOnEachDatabase('a page of jobs', (databases) => {
  test.each([
    ['the web application', 'web-jobs.graphql', 'WebJobs', { entity: 'admin' }],
    ['the command line', 'cli-jobs.graphql', 'CliJobs', { entityName: 'admin', first: 50 }],
  ])('takes %s as many statements for many jobs as for few', async (_who, file, name, variables) => {
    await using server = await startTestServer({ database: await databases.create() })
    const query = await readOperation(file, name)
    const ask = async (): Promise<readonly { readonly node: { readonly name: string } }[]> => {
      const { data, errors } = await server.request(query, variables)
      if (errors !== undefined) throw new Error(errors[0]?.message)
      return data.entity.jobs.edges
    }
    for (const job of JOBS.slice(0, 2)) await makeJob(server, job)
    expect(await ask()).toHaveLength(2)
    const few = await countStatements(ask)
    for (const job of JOBS.slice(2)) await makeJob(server, job)
    const edges = await ask()
    expect(edges.map(({ node }) => node.name)).toEqual(JOBS.toReversed())
    expect(edges.map(({ node }) => node)).toEqual(
      JOBS.toReversed().map((job) =>
        expect.objectContaining({
          project: { name: `project-of-${job}`, entityName: 'admin' },
          latestVersion: expect.objectContaining({ version: 'v0', path: `admin/project-of-${job}/${job}:v0` }),
          runs: {
            edges: [
              { node: expect.objectContaining({ name: `${job}-2`, state: 'finished' }) },
              { node: expect.objectContaining({ name: `${job}-1`, state: 'finished' }) },
            ],
          },
        }),
      ),
    )
    const many = await countStatements(ask)
    expect(few).toBeGreaterThan(0)
    expect(many).toBe(few)
    expect(many).toBeLessThan(12)
  })
})
