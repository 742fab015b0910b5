import { startTestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'

// What the client sends, shortened.
const OPERATIONS: readonly (readonly [string, string, string])[] = [
  [
    'GetEntityAutomations',
    'automations',
    `query GetEntityAutomations($entity: String!) { scope: entity(name: $entity) { triggers(first: 10) {
      edges { node { ...TriggerFields } } } } } fragment TriggerFields on Trigger { id name }`,
  ],
  [
    'GetOrgAutomations',
    'automations',
    'query GetOrgAutomations($org: String!) { scope: organization(name: $org) { triggers(first: 10) { edges { node { id } } } } }',
  ],
  [
    'CreateAutomation',
    'automations',
    'mutation CreateAutomation($input: CreateFilterTriggerInput!) { result: createFilterTrigger(input: $input) { trigger { id } } }',
  ],
  [
    'IntegrationsByEntity',
    'automations',
    'query IntegrationsByEntity($entity: String!) { entity(name: $entity) { integrations(first: 1) { edges { node { id } } } } }',
  ],
  [
    'FetchRegistries',
    'registries',
    'query FetchRegistries($org: String!) { organization(name: $org) { orgEntity { projects(filters: "{}") { edges { node { access } } } } } }',
  ],
  [
    'RegistryVersions',
    'registries',
    'query RegistryVersions($org: String!) { organization(name: $org) { orgEntity { artifactMemberships(first: 1) { edges { node { id } } } } } }',
  ],
  ['deleteProject', 'registries', 'mutation deleteProject($id: String!) { deleteModel(input: {id: $id}) { success } }'],
  [
    'CreateRegistryMembers',
    'registries',
    'mutation CreateRegistryMembers($input: CreateProjectMembersInput!) { result: createProjectMembers(input: $input) { success } }',
  ],
  [
    'ProjectViews',
    'reports',
    'query ProjectViews($project: String!) { project(name: $project) { allViews(first: 1) { edges { node { id } } } } }',
  ],
  [
    'CreateServiceAccount',
    'service accounts',
    'mutation CreateServiceAccount($entity: String!) { createServiceAccount(input: {description: "d", entityName: $entity}) { user { id } } }',
  ],
  [
    'CreateCustomChart',
    'custom charts',
    'mutation CreateCustomChart($entity: String!) { createCustomChart(input: {entity: $entity, name: "n"}) { chart { id } } }',
  ],
]

test('an operation of a product that the server does not have is refused with one error that says what to do instead', async () => {
  await using server = await startTestServer()
  for (const [name, product, document] of OPERATIONS) {
    const answer = await server.request(document, { entity: 'admin', org: 'acme', project: 'p', input: {} })
    const messages = (answer.errors ?? []).map(({ message }) => message)
    expect([answer.status, messages]).toEqual([
      400,
      [
        expect.stringMatching(
          new RegExp(
            `^(Cannot query field|Unknown argument) ".* the operation "${name}" .*: it has no ${product}\\. .*instead\\.$`,
            'u',
          ),
        ),
      ],
    ])
  }
})

test('an artifact is not linked to a registry of the organization, and is told why', async () => {
  await using server = await startTestServer()
  const link = () =>
    server.request(
      `mutation { linkArtifact(input: {artifactID: "x", artifactPortfolioName: "c", entityName: "acme",
        projectName: "wandb-registry-model"}) { versionIndex } }`,
    )
  const messageOf = async () => (await link()).errors?.[0]?.message
  expect(await messageOf()).not.toContain('registry')
  await server.request('mutation { setOrganization(input: {name: "acme"}) { organization { name } } }')
  expect(await messageOf()).toContain('registry "model": Slipway has no registries.')
})

test('a mistake in an operation of the server’s own stays what it was', async () => {
  await using server = await startTestServer()
  const answer = await server.request('query Mine { viewer { usrname } }')
  expect(answer.errors?.[0]?.message).toMatch(/^Cannot query field "usrname" on type "User"\.[^:]*$/u)
})
