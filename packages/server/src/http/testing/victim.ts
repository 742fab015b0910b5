import { createHash } from 'node:crypto'
import { createTestJob, type TestServer } from '@slipway/testkit'
import { ack, anAgent, aQueue, pop, push } from '../../run-queue/testing/run-queue-fixture.ts'
import { type GuessValue } from './schema-walk.ts'

/** In every name of the victim, so that an answer that shows anything of theirs holds it. */
export const MARK = 'vault'

export interface Victim {
  /** Ids of everything the victim has, as the API writes them. */
  readonly ids: readonly string[]
  readonly names: readonly string[]
  /** What most arguments of a name stand for. */
  readonly byName: Readonly<Record<string, string>>
  readonly signedUrls: readonly string[]
}

/** Gives the administrator one of everything, each with the mark in its name. */
export async function makeVictim(server: TestServer): Promise<Victim> {
  const jobPath = await createTestJob(server, {
    entityName: 'admin',
    projectName: 'vault-project',
    name: 'vault-job',
    files: { 'train.py': 'print("vault")' },
    entryPoint: ['python', 'train.py'],
    config: { vault: 1 },
  })
  const queue = await aQueue(server, 'vault-queue')
  const agent = await anAgent(server, [queue.id])
  await must(
    server,
    'mutation { setSecret(input: {entityName: "admin", name: "vault-secret", value: "vault-value"}) { isNew } }',
  )
  const resource = { 'local-process': { env: { KEY: 'secret://vault-secret' } } }
  const items: string[] = []
  for (let index = 0; index < 3; index += 1)
    items.push(
      await push(server, 'vault-queue', {
        job: jobPath,
        docker: {},
        project: 'vault-project',
        resource_args: resource,
      }),
    )
  await pop(server, 'vault-queue', agent)
  await ack(server, (await pop(server, 'vault-queue', agent))?.runQueueItemId ?? '', 'vault-run', agent)
  await must(
    server,
    'mutation { notifyScriptableRunAlert(input: {projectName: "vault-project", runName: "capture-vault-job", title: "vault-alert", text: "vault"}) { success } }',
  )
  await must(server, 'mutation { createTeam(input: {teamName: "vault-team"}) { entity { id } } }')
  const saved = await must(
    server,
    `mutation { savePreset(input: {entityName: "admin", name: "vault-preset", job: "${jobPath}",
      content: "{\\"run_config\\": {\\"vault\\": 2}}"}) { presetVersion { id preset { id } } } }`,
  )
  const presetVersion = saved.savePreset.presetVersion
  const { sweep } = (
    await must(
      server,
      `mutation { upsertSweep(input: {entityName: "admin", projectName: "vault-project", displayName: "vault-sweep",
        config: "{method: grid, name: vault-sweep, parameters: {vault: {values: [1, 2, 3]}}}"}) { sweep { id name } } }`,
    )
  ).upsertSweep
  const { agent: sweepAgent } = (
    await must(
      server,
      `mutation { createAgent(input: {entityName: "admin", projectName: "vault-project", host: "vault-host",
        sweep: "${sweep.name}"}) { agent { id } } }`,
    )
  ).createAgent
  const uploads = await must(
    server,
    `mutation { createRunFiles(input: {entityName: "admin", projectName: "vault-project", runName: "capture-vault-job",
      files: ["vault.txt"]}) { files { uploadUrl } } }`,
  )
  await fetch(uploads.createRunFiles.files[0].uploadUrl, { method: 'PUT', body: 'vault' })
  const { project, viewer } = await must(
    server,
    `{ viewer { id apiKeys { edges { node { id } } } entity }
      project(name: "vault-project") { id internalId run(name: "capture-vault-job") { id files { edges { node { id url } } } }
        job: artifact(name: "vault-job:latest") { id artifactSequence { id } artifactType { id } currentManifest { id file { url uploadUrl } }
          files { edges { node { id directUrl } } } }
        code: artifact(name: "source-vault-job:latest") { id artifactSequence { id } files { edges { node { id directUrl } } } } } }`,
  )
  const file = project.run.files.edges[0].node
  const { linkArtifact } = await must(
    server,
    `mutation { linkArtifact(input: {artifactID: "${project.job.id}", artifactPortfolioName: "vault-portfolio",
      entityName: "admin", projectName: "vault-project"}) { artifactMembership { id artifactCollection { id } } } }`,
  )
  const membership = linkArtifact.artifactMembership
  const byName = {
    entityName: 'admin',
    entity: 'admin',
    teamName: 'vault-team',
    projectName: 'vault-project',
    modelName: 'vault-project',
    runName: 'capture-vault-job',
    queueName: 'vault-queue',
    artifactCollectionName: 'vault-job',
    artifactTypeName: 'job',
    artifactID: project.job.id,
    baseArtifactID: project.job.id,
    artifactManifestID: project.job.currentManifest.id,
    artifactSequenceID: project.job.artifactSequence.id,
    artifactPortfolioID: membership.artifactCollection.id,
    artifactPortfolioName: 'vault-portfolio',
    storagePath: `wandb_artifacts/${createHash('md5').update('print("vault")').digest('base64')}`,
    job: jobPath,
    presetID: presetVersion.preset.id,
    sweep: sweep.name,
    sweepName: sweep.name,
    agentName: sweepAgent.id,
    fromID: presetVersion.id,
    toID: presetVersion.id,
    presets: 'admin/vault-preset',
    basedOn: 'admin/vault-preset',
    content: '{"run_config": {"a": 1}}',
    queueID: queue.id,
    queueIDs: queue.id,
    runQueues: queue.id,
    runQueueItemId: items[0] ?? '',
    runQueueItemIds: items[0] ?? '',
    launchAgentId: agent,
    resumeLaunchAgentId: agent,
    files: file.id,
    digest: 'd41d8cd98f00b204e9800998ecf8427e',
    runSpec: JSON.stringify({ job: jobPath, entity: 'admin', project: 'vault-project' }),
    config: '{}',
    resourceConfig: '{}',
    username: 'admin',
    userName: 'admin',
    query: 'admin',
    names: 'vault-secret',
    state: 'failed',
    description: 'said by the caller',
    clientMutationId: 'said by the caller',
    agentStatus: 'KILLED',
  }
  return {
    ids: [
      ...items,
      queue.id,
      agent,
      presetVersion.id,
      presetVersion.preset.id,
      sweep.id,
      sweepAgent.id,
      project.id,
      project.internalId,
      project.run.id,
      file.id,
      viewer.id,
      ...[project.job, project.code].flatMap((artifact) => [artifact.id, artifact.artifactSequence.id]),
      membership.id,
      membership.artifactCollection.id,
      project.job.currentManifest.id,
      project.job.artifactType.id,
      viewer.apiKeys.edges[0].node.id,
      ...project.job.files.edges.map(({ node }: { node: { id: string } }) => node.id),
    ],
    names: [
      'vault-project',
      'capture-vault-job',
      'vault-run',
      'vault-queue',
      'vault-job',
      'vault-job:latest',
      'vault-portfolio',
      'vault-portfolio:latest',
      'vault-team',
      'vault-preset',
      'admin/vault-preset',
      'vault-secret',
      sweep.name,
      'admin',
    ],
    byName,
    signedUrls: [
      file.url,
      project.job.currentManifest.file.url,
      project.job.currentManifest.file.uploadUrl,
      ...project.code.files.edges.map(({ node }: { node: { directUrl: string } }) => node.directUrl),
      uploads.createRunFiles.files[0].uploadUrl,
    ],
  }
}

async function must(server: TestServer, document: string) {
  const { data, errors } = await server.request(document)
  if (errors !== undefined) throw new Error(JSON.stringify(errors))
  return data
}

/** What an outsider who knows all names and ids may write for the arguments of an operation. */
export function guessesOf(victim: Victim): readonly GuessValue[] {
  const count = Math.max(victim.ids.length, victim.names.length)
  const named: GuessValue = (name, isId) => victim.byName[name] ?? (isId ? victim.ids[0] : victim.names[0]) ?? ''
  const cycled = Array.from({ length: count }, (_, index): GuessValue => {
    const id = victim.ids[index % victim.ids.length] ?? ''
    const text = victim.names[index % victim.names.length] ?? ''
    return (name, isId) => (isId ? id : (victim.byName[name] ?? text))
  })
  return [named, ...cycled]
}
