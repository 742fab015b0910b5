import { startTestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'

interface Described {
  readonly name: string
}

interface DescribedType {
  readonly fields: readonly (Described & { readonly args: readonly Described[] })[] | null
  readonly inputFields: readonly Described[] | null
}

/**
 * Releases of the client up to 0.25 look for types, and for fields in them, before they choose what to send. What is
 * missing makes them send less, or fail. Source: wandb 0.19 to 0.25, the Python operations called Probe….
 */
const LOOKED_FOR = [
  ['Query', ['serverInfo']],
  [
    'Mutation',
    [
      'createRunQueue',
      'upsertRunQueue',
      'createDefaultResourceConfig',
      'failRunQueueItem',
      'updateRunQueueItemWarning',
      'createRunFiles',
    ],
  ],
  ['ServerInfo', ['cliVersionInfo', 'latestLocalVersionInfo', 'features']],
  ['ServerSettings', ['serverMessages']],
  ['LaunchAgent', ['id', 'stopPolling']],
  ['Run', ['projectId']],
  ['Project', ['artifact', 'internalId']],
  ['Organization', ['orgEntity']],
  ['Artifact', ['ttlIsInherited', 'ttlDurationSeconds', 'tags', 'aliases', 'historyStep']],
  ['UseArtifactInput', ['usedAs', 'artifactEntityName', 'artifactProjectName']],
  ['CreateRunQueueInput', ['defaultResourceConfigID', 'prioritizationMode']],
  ['PushToRunQueueInput', ['templateVariableValues', 'priority']],
  ['FailRunQueueItemInput', ['message', 'stage', 'filePaths']],
  ['CreateLaunchAgentInput', ['agentConfig', 'version']],
  [
    'CreateArtifactInput',
    ['historyStep', 'clientID', 'sequenceClientID', 'enableDigestDeduplication', 'ttlDurationSeconds', 'tags'],
  ],
  ['CreateArtifactFileSpecInput', ['uploadPartsInput']],
  ['AddAliasesInput', ['aliases']],
  ['DeleteFilesInput', ['projectId']],
] as const

test.for(LOOKED_FOR)('a client that looks for what it needs in "%s" finds it', async ([name, wanted]) => {
  await using server = await startTestServer()
  const type = await describe(server, name)
  const names = (type?.fields ?? type?.inputFields ?? []).map((field) => field.name)
  expect(wanted.filter((field) => !names.includes(field))).toEqual([])
})

test('artifacts by name may be asked for without being counted as used', async () => {
  await using server = await startTestServer()
  const artifact = (await describe(server, 'Project'))?.fields?.find(({ name }) => name === 'artifact')
  expect(artifact?.args.map(({ name }) => name)).toContain('enableTracking')
})

test('a run is made with the settings of the server, which has nothing to announce', async () => {
  await using server = await startTestServer()
  const { data } = await server.request(`mutation { upsertBucket(input: {modelName: "p", name: "abc"}) {
    inserted serverSettings { serverMessages { utfText plainText htmlText messageType messageLevel } } } }`)
  expect(data.upsertBucket).toEqual({ inserted: true, serverSettings: { serverMessages: [] } })
})

async function describe(
  server: Awaited<ReturnType<typeof startTestServer>>,
  name: string,
): Promise<DescribedType | null> {
  const answer = await server.request(
    'query($name: String!) { __type(name: $name) { fields { name args { name } } inputFields { name } } }',
    { name },
  )
  return answer.data.__type
}
