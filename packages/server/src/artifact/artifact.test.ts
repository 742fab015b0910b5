import { createTestJob, describeOnEachDatabase, startTestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'

describeOnEachDatabase('artifacts', (databases) => {
  test('a job that was logged is found by name', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const path = await createTestJob(server, {
      entityName: 'admin',
      projectName: 'p',
      name: 'train',
      files: { 'train.py': 'print(1)\n' },
      entryPoint: ['python', 'train.py'],
      config: { lr: 0.1 },
    })
    expect(path).toBe('admin/p/train:v0')
    const answer = await server.request(
      '{ project(name: "p") { artifact(name: "train:latest") { versionIndex state fileCount files { edges { node { name directUrl } } } aliases { alias } artifactType { name } } } }',
    )
    expect(answer.errors).toBeUndefined()
    expect(answer.data.project.artifact).toMatchObject({ versionIndex: 0, state: 'COMMITTED' })
  })
})
