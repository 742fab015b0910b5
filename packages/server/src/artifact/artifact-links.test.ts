import { describeOnEachDatabase } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { artifactClient, startArtifactServer, type ArtifactClient } from './testing/artifact-client.ts'

const LINK = `mutation($input: LinkArtifactInput!) { linkArtifact(input: $input) { versionIndex artifactMembership {
  versionIndex aliases { alias } artifactCollection { __typename id name } artifact { id } } } }`
const UNLINK = `mutation($artifact: ID!, $portfolio: ID!) {
  unlinkArtifact(input: {artifactID: $artifact, artifactPortfolioID: $portfolio}) { artifactID success } }`
const MEMBERSHIP = `query($name: String!, $project: String = "p") { project(name: $project) {
  artifactCollectionMembership(name: $name) {
    versionIndex aliases { alias } artifact { id versionIndex artifactSequence { name } } artifactCollection { __typename name } } } }`

interface LinkChoice {
  readonly portfolio?: string
  readonly project?: string
  readonly entity?: string
  readonly aliases?: readonly string[]
}

function linkInput(
  artifactID: string,
  { portfolio = 'best', project = 'p', entity = 'admin', aliases = [] }: LinkChoice,
) {
  const aliasInputs = aliases.map((alias) => ({ artifactCollectionName: portfolio, alias }))
  return {
    input: {
      artifactID,
      artifactPortfolioName: portfolio,
      entityName: entity,
      projectName: project,
      aliases: aliasInputs,
    },
  }
}

async function link(client: ArtifactClient, artifactID: string, choice: LinkChoice = {}) {
  return (await client.ask(LINK, linkInput(artifactID, choice))).linkArtifact
}

async function find(client: ArtifactClient, name: string, project = 'p') {
  return (await client.ask(MEMBERSHIP, { name, project })).project?.artifactCollectionMembership ?? null
}

describeOnEachDatabase('links to artifacts', (databases) => {
  test('a portfolio counts its links itself, and its latest is the one that was linked last', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const [first, second] = [await client.log({ files: { a: '1' } }), await client.log({ files: { a: '2' } })]
    const linked = await link(client, second, { aliases: ['prod'] })
    expect(linked).toMatchObject({
      versionIndex: 0,
      artifactMembership: {
        versionIndex: 0,
        aliases: [{ alias: 'latest' }, { alias: 'prod' }],
        artifactCollection: { __typename: 'ArtifactPortfolio', name: 'best' },
        artifact: { id: second },
      },
    })
    expect(await link(client, first)).toMatchObject({ versionIndex: 1 })
    expect(await find(client, 'best:prod')).toMatchObject({
      versionIndex: 0,
      artifact: { id: second, versionIndex: 1 },
    })
    expect(await find(client, 'best')).toMatchObject({ versionIndex: 1, artifact: { id: first } })
    expect(await find(client, 'best:v1')).toMatchObject({
      artifact: { id: first, artifactSequence: { name: 'data' } },
      artifactCollection: { __typename: 'ArtifactPortfolio', name: 'best' },
    })
    expect(await find(client, 'best:v2')).toBeNull()
    expect(await find(client, 'data:prod')).toBeNull()
    expect(await find(client, 'data:latest')).toMatchObject({ artifact: { id: second } })
  })

  test('linking a version again adds aliases to the link that is there', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const id = await client.log({ files: { a: '1' } })
    await link(client, id)
    const again = await link(client, id, { aliases: ['prod'] })
    expect(again).toMatchObject({ versionIndex: 0 })
    expect(again.artifactMembership.aliases).toEqual([{ alias: 'latest' }, { alias: 'prod' }])
  })

  test('a version is listed with its links, in their projects, and a portfolio with its versions', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const id = await client.log({ files: { a: '1' } })
    await link(client, id)
    await link(client, id, { portfolio: 'other', project: 'elsewhere' })
    const places = await client.ask(
      `query($id: ID!) { artifact(id: $id) { artifactMemberships { edges { node { versionIndex
        artifactCollection { __typename name project { name } } } } } } }`,
      { id },
    )
    expect(places.artifact.artifactMemberships.edges.map(({ node }: { node: object }) => node)).toEqual([
      { versionIndex: 0, artifactCollection: { __typename: 'ArtifactSequence', name: 'data', project: { name: 'p' } } },
      {
        versionIndex: 0,
        artifactCollection: { __typename: 'ArtifactPortfolio', name: 'best', project: { name: 'p' } },
      },
      {
        versionIndex: 0,
        artifactCollection: { __typename: 'ArtifactPortfolio', name: 'other', project: { name: 'elsewhere' } },
      },
    ])
    const listed = await client.ask(
      `{ project(name: "p") { artifactType(name: "dataset") { artifactCollections { totalCount edges { node { __typename name
        artifacts { totalCount edges { version node { id } } } } } } } } }`,
    )
    expect(listed.project.artifactType.artifactCollections).toEqual({
      totalCount: 2,
      edges: [
        {
          node: {
            __typename: 'ArtifactSequence',
            name: 'data',
            artifacts: { totalCount: 1, edges: [{ version: 'v0', node: { id } }] },
          },
        },
        {
          node: {
            __typename: 'ArtifactPortfolio',
            name: 'best',
            artifacts: { totalCount: 1, edges: [{ version: 'v0', node: { id } }] },
          },
        },
      ],
    })
  })

  test('aliases of a portfolio are set and removed there alone', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const id = await client.log({ files: { a: '1' }, aliases: ['prod'] })
    await link(client, id)
    const aliases = (alias: string) => ({
      input: {
        artifactID: id,
        aliases: [{ artifactCollectionName: 'best', entityName: 'admin', projectName: 'p', alias }],
      },
    })
    const add = 'mutation($input: AddAliasesInput!) { addAliases(input: $input) { success } }'
    const remove = 'mutation($input: DeleteAliasesInput!) { deleteAliases(input: $input) { success } }'
    await client.ask(add, aliases('prod'))
    expect(await find(client, 'best:prod')).toMatchObject({ artifact: { id } })
    await client.ask(remove, aliases('prod'))
    expect(await find(client, 'best:prod')).toBeNull()
    expect(await find(client, 'data:prod')).toMatchObject({ artifact: { id } })
    const other = await client.log({ name: 'more', files: { a: '2' } })
    expect(
      await client.refusal(add, {
        input: { artifactID: other, aliases: [{ artifactCollectionName: 'best', alias: 'prod' }] },
      }),
    ).toContain('does not exist')
  })

  test('a link that is taken away leaves the version, and the latest link becomes the one before', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const [first, second] = [await client.log({ files: { a: '1' } }), await client.log({ files: { a: '2' } })]
    const portfolio = (await link(client, first)).artifactMembership.artifactCollection.id
    await link(client, second)
    expect(await client.ask(UNLINK, { artifact: second, portfolio })).toEqual({
      unlinkArtifact: { artifactID: second, success: true },
    })
    expect(await find(client, 'best:v1')).toBeNull()
    expect(await find(client, 'best:latest')).toMatchObject({ artifact: { id: first } })
    expect(await find(client, 'data:v1')).toMatchObject({ artifact: { id: second } })
    expect(await client.refusal(UNLINK, { artifact: second, portfolio })).toContain('has no link to this version')
  })

  test('a deleted version is gone from its portfolios, and a deleted portfolio leaves the versions', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const [first, second] = [await client.log({ files: { a: '1' } }), await client.log({ files: { a: '2' } })]
    await link(client, first)
    const portfolio = (await link(client, second)).artifactMembership.artifactCollection.id
    await client.ask(
      'mutation($id: ID!) { deleteArtifact(input: {artifactID: $id, deleteAliases: true}) { artifact { state } } }',
      {
        id: second,
      },
    )
    expect(await find(client, 'best:latest')).toMatchObject({ artifact: { id: first } })
    const renamed = await client.ask(
      'mutation($id: ID!) { updateArtifactPortfolio(input: {artifactPortfolioID: $id, name: "better"}) { artifactCollection { name } } }',
      { id: portfolio },
    )
    expect(renamed.updateArtifactPortfolio.artifactCollection.name).toBe('better')
    const removed = await client.ask(
      'mutation($id: ID!) { deleteArtifactPortfolio(input: {artifactPortfolioID: $id}) { artifactCollection { __typename state } } }',
      { id: portfolio },
    )
    expect(removed.deleteArtifactPortfolio.artifactCollection).toEqual({
      __typename: 'ArtifactPortfolio',
      state: 'DELETED',
    })
    expect(await find(client, 'better:v0')).toBeNull()
    expect(await find(client, 'data:v0')).toMatchObject({ artifact: { id: first } })
  })

  test('a link to a version that is still written, by the id that its client gave it, shows once it is final', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const draft = { files: { a: '1' }, clientID: 'c'.repeat(32) }
    await client.create(draft)
    const { input } = linkInput('', {})
    await client.ask(LINK, { input: { ...input, artifactID: null, clientID: draft.clientID } })
    expect(await find(client, 'best')).toBeNull()
    const id = await client.log(draft)
    expect(await find(client, 'best')).toMatchObject({ artifact: { id } })
  })

  test('twenty links to a new portfolio at once get twenty numbers', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const ids: string[] = []
    for (let index = 0; index < 20; index++) ids.push(await client.log({ files: { a: String(index) } }))
    const linked = await Promise.all(ids.map((id) => link(client, id)))
    const numbers = linked.map(({ versionIndex }) => versionIndex as number).toSorted((one, other) => one - other)
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => index))
  })

  test('a link is refused where it would mix names, types or entities', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const id = await client.log({ files: { a: '1' } })
    const model = await client.log({ name: 'net', type: 'model', files: { a: '2' } })
    await link(client, id)
    const refusal = (artifact: string, choice: LinkChoice) => client.refusal(LINK, linkInput(artifact, choice))
    expect(await refusal(id, { portfolio: 'net' })).toContain('has an artifact of that name')
    expect(await refusal(model, {})).toContain('holds versions of type "dataset"')
    expect(await refusal(id, { aliases: ['v1'] })).toContain('given by the server')
    expect(await refusal(id, { portfolio: 'a/b' })).toContain('Cannot use "a/b"')
    await expect(client.log({ name: 'best', files: { a: '3' } })).rejects.toThrow('has a portfolio of that name')
    await client.ask('mutation { createTeam(input: {teamName: "team"}) { entity { id } } }')
    expect(await refusal(id, { entity: 'team' })).toContain('links stay within one entity')
    const bob = artifactClient(server, { entity: 'bob', apiKey: await server.addUser('bob') })
    expect(await bob.refusal(LINK, linkInput(id, { entity: 'bob' }))).toContain('does not exist')
  })
})
