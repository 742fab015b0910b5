import { describeOnEachDatabase } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { CREATE, createInput, put, startArtifactServer } from './testing/artifact-client.ts'
import { VERSION, files } from './testing/sample-version.ts'

describeOnEachDatabase('artifacts', (databases) => {
  test('a manifest is uploaded with a list of headers, which is empty', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const { id } = await client.create({ files })
    const announce = `mutation($input: CreateArtifactManifestInput!) { createArtifactManifest(input: $input) {
      artifactManifest { file { uploadUrl uploadHeaders } } } }`
    const input = { entityName: 'admin', projectName: 'p', artifactID: id, name: 'wandb_manifest.json', digest: 'd' }
    const { file } = (await client.ask(announce, { input })).createArtifactManifest.artifactManifest
    expect(file).toEqual({ uploadUrl: expect.stringContaining('/storage/'), uploadHeaders: [] })
  })

  test('a storage region that is not here is refused by its name', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const input = { ...createInput({ files: { a: '1' } }), entityName: 'admin', projectName: 'p' }
    expect(await client.refusal(CREATE, { input: { ...input, storageRegion: 'moon-1' } })).toContain('"moon-1"')
    expect(
      (await client.ask(CREATE, { input: { ...input, storageRegion: 'default' } })).createArtifact.artifact.state,
    ).toBe('PENDING')
  })

  test('a server whose region has a name takes artifacts that ask for it', async () => {
    const { server, client } = await startArtifactServer(databases, { config: { storageRegion: 'moon-1' } })
    await using _server = server
    const id = await client.log({ files, input: { storageRegion: 'moon-1' } })
    expect((await client.ask(VERSION, { name: 'data' })).project.artifact.id).toBe(id)
    const other = { ...createInput({}), entityName: 'admin', projectName: 'p', storageRegion: 'mars-1' }
    expect(await client.refusal(CREATE, { input: other })).toContain('"mars-1"')
  })

  test('bytes that differ from the announced MD5 are refused and not stored', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const { id } = await client.create({ files })
    const [announced] = await client.announceFiles(id, { 'b.txt': 'bee' })
    const response = await put(announced?.uploadUrl ?? '', 'bug')
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('MD5')
    expect((await client.announceFiles(id, { 'b.txt': 'bee' }))[0]?.uploadUrl).not.toBeNull()
  })

  test('the answer to announced files keeps their order, and bytes that are here are not asked for', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const first = await client.log({ files })
    const { id } = await client.create({ files: { ...files, new: 'new' } })
    const announced = await client.announceFiles(id, { 'b.txt': 'bee', new: 'new', twin: 'bee' })
    expect(announced.map(({ uploadUrl }) => uploadUrl === null)).toEqual([true, false, true])
    expect(announced.map(({ artifact }) => artifact.id)).toEqual([first, id, first])
  })

  test('a name keeps its type', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    await client.log({ files })
    const input = { projectName: 'p', ...createInput({ type: 'model' }) }
    expect(await client.refusal(CREATE, { input })).toContain('there is one of type "dataset"')
  })
})
