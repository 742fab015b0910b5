import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WatchKind } from '@slipway/api'
import { createTestJob, startTestServer, type TestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { ack, anAgent, aQueue, pop, push } from '../run-queue/testing/run-queue-fixture.ts'
import { watch } from '../live/testing/watcher.ts'
import { enumValues, operationNames, writeOperation, type GuessValue } from './testing/schema-walk.ts'

/** In every name of the victim, so that an answer that shows anything of theirs holds it. */
const MARK = 'vault'

interface Victim {
  /** Ids of everything the victim has, as the API writes them. */
  readonly ids: readonly string[]
  readonly names: readonly string[]
  /** What most arguments of a name stand for. */
  readonly byName: Readonly<Record<string, string>>
  readonly signedUrls: readonly string[]
}

async function must(server: TestServer, document: string) {
  const { data, errors } = await server.request(document)
  if (errors !== undefined) throw new Error(JSON.stringify(errors))
  return data
}

async function makeVictim(server: TestServer): Promise<Victim> {
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

function guessesOf(victim: Victim): readonly GuessValue[] {
  const count = Math.max(victim.ids.length, victim.names.length)
  const named: GuessValue = (name, isId) => victim.byName[name] ?? (isId ? victim.ids[0] : victim.names[0]) ?? ''
  const cycled = Array.from({ length: count }, (_, index): GuessValue => {
    const id = victim.ids[index % victim.ids.length] ?? ''
    const text = victim.names[index % victim.names.length] ?? ''
    return (name, isId) => (isId ? id : (victim.byName[name] ?? text))
  })
  return [named, ...cycled]
}

function readRows(file: string): ReadonlySet<string> {
  using database = new DatabaseSync(file, { readOnly: true })
  const tables = database
    .prepare(`select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'`)
    .all()
  return new Set(
    tables.flatMap(({ name }) =>
      database
        .prepare(`select * from "${String(name)}"`)
        .all()
        .map((row) => `${String(name)} ${JSON.stringify(row)}`),
    ),
  )
}

async function statusOf(url: string, init: RequestInit = {}): Promise<number> {
  return (await fetch(url, init)).status
}

async function aPlace() {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-outsider-'))
  return {
    file: join(folder, 'test.sqlite'),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }),
  }
}

// Nothing of the victim's may change by the time that the walk takes.
const PATIENT = { leaseSeconds: 3600, runTimeoutSeconds: 86_400 }

test('no operation shows or changes anything of another entity, whatever ids and names it is given', async () => {
  await using place = await aPlace()
  await using server = await startTestServer({ database: { kind: 'sqlite', file: place.file }, config: PATIENT })
  const apiKey = await server.addUser('mallory')
  const victim = await makeVictim(server)
  const before = readRows(place.file)
  const leaks: string[] = []
  const failures: string[] = []
  for (const kind of ['query', 'mutation'] as const) {
    for (const name of operationNames(kind)) {
      for (const document of guessesOf(victim).flatMap((guess) => writeOperation(kind, name, guess))) {
        const { status, data, errors = [] } = await server.request(document, {}, { apiKey })
        // A document that is not even read tests nothing.
        expect(errors.filter(({ message }) => message.startsWith('Syntax Error'))).toEqual([])
        const text = JSON.stringify(data ?? null)
        if (text.includes(MARK)) leaks.push(`${name}: ${text.slice(0, 300)}`)
        const codes = errors.map(({ extensions }) => extensions?.['code'])
        if (status >= 500 || codes.includes('internal')) failures.push(`${name}: ${document.slice(0, 300)}`)
      }
    }
  }
  expect(leaks).toEqual([])
  expect(failures).toEqual([])
  const after = readRows(place.file)
  // Of the outsider's own key the time of its last use is kept.
  const changed = [...before].filter((row) => !after.has(row) && !row.startsWith('api_key {"id":2,'))
  expect(changed).toEqual([])
})

/** What everybody may watch: nobody's but their own. */
const OWN_KINDS: ReadonlySet<WatchKind> = new Set(['VIEWER', 'TEAMS'])

test('no subscription tells an outsider of anything, not even whether it is there', async () => {
  await using server = await startTestServer({ config: PATIENT })
  const apiKey = await server.addUser('mallory')
  const victim = await makeVictim(server)
  expect(operationNames('subscription')).toEqual(['changes'])
  const there = { entityName: 'admin', projectName: 'vault-project' }
  const nowhere = { entityName: 'nobody', projectName: 'nothing' }
  const guesses = ['capture-vault-job', 'vault-queue', 'vault-run', ...victim.ids]
  for (const kind of enumValues('WatchKind') as readonly WatchKind[]) {
    const seen: number[] = []
    for (const guess of guesses) {
      const ask = async (place: typeof there, name: string) => {
        await using theirs = await watch(server, [{ kind, ...place, name, id: name }], { apiKey })
        const said = [...Object.values(place), name]
        return [kind, theirs.status, said.reduce((text, word) => text.replaceAll(word, '...'), theirs.refusal ?? '')]
      }
      const answer = await ask(there, guess)
      expect(answer).toEqual(await ask(nowhere, 'no-such-thing'))
      expect(answer[1]).toBe(OWN_KINDS.has(kind) ? 200 : 404)
      await using mine = await watch(server, [{ kind, ...there, name: guess, id: guess }])
      seen.push(mine.status)
    }
    // Whose things they are may watch them.
    expect([kind, seen]).toEqual([kind, expect.arrayContaining([200])])
  }
})

test('the same operations show and change much for the one whose things they are', async () => {
  await using place = await aPlace()
  await using server = await startTestServer({ database: { kind: 'sqlite', file: place.file }, config: PATIENT })
  const victim = await makeVictim(server)
  const [byName] = guessesOf(victim)
  if (byName === undefined) throw new Error('there is no guess')
  const shown: string[] = []
  const changed: string[] = []
  for (const name of operationNames('query')) {
    const answers = await Promise.all(writeOperation('query', name, byName).map((document) => server.request(document)))
    if (JSON.stringify(answers.map(({ data }) => data)).includes(MARK)) shown.push(name)
  }
  for (const name of operationNames('mutation')) {
    const before = readRows(place.file)
    for (const document of writeOperation('mutation', name, byName)) await server.request(document)
    const after = readRows(place.file)
    if (after.size !== before.size || [...before].some((row) => !after.has(row))) changed.push(name)
  }
  expect(shown).toEqual(expect.arrayContaining(['viewer', 'user', 'project', 'model', 'runQueueItem', 'presetLayers']))
  expect(changed).toEqual(expect.arrayContaining(['setSecret', 'deleteSecret']))
  expect(changed.length).toBeGreaterThan(15)
})

test('signed addresses are good for what they were made for, and routes ask for the key of a member', async () => {
  await using server = await startTestServer()
  const apiKey = await server.addUser('mallory')
  const victim = await makeVictim(server)
  const authorization = `Basic ${Buffer.from(`api:${apiKey}`).toString('base64')}`
  const [fileUrl = '', manifestUrl = ''] = victim.signedUrls
  expect([await statusOf(fileUrl), await statusOf(manifestUrl)]).toEqual([200, 200])
  for (const url of victim.signedUrls) {
    const { pathname, search } = new URL(url)
    const other = victim.signedUrls.find((text) => new URL(text).pathname !== pathname) ?? ''
    const swapped = new URL(other)
    swapped.search = search
    expect(await statusOf(swapped.href)).toBe(403)
    expect(await statusOf(url.replace(/expires=\d+/u, 'expires=9999999999'))).toBe(403)
    expect(await statusOf(url.split('?')[0] ?? '', { headers: { authorization } })).toBe(403)
  }
  expect(await statusOf(fileUrl, { method: 'PUT', body: 'changed' })).toBe(403)
  const md5 = 'd41d8cd98f00b204e9800998ecf8427e'
  for (const path of [`/artifacts/admin/${md5}`, `/artifactsV2/default/admin/${md5}/x`]) {
    expect(await statusOf(`${server.url}${path}`)).toBe(401)
    expect(await statusOf(`${server.url}${path}`, { headers: { authorization } })).toBe(404)
  }
  const stream = `${server.url}/files/admin/vault-project/capture-vault-job/file_stream`
  expect(await statusOf(stream, { method: 'POST', body: '{}' })).toBe(401)
  expect(await statusOf(stream, { method: 'POST', body: '{}', headers: { authorization } })).toBe(404)
})
