import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startLaunchAgent } from '@slipway/agent'
import { isJsonObject, type JsonObject, parseJson, unwrapRunConfig } from '@slipway/core'
import { createApiClient } from '@slipway/sdk'
import { startTestServer, type TestClient, type TestServer } from '@slipway/testkit'
import { requireSuccess, runProgram } from '../founding-document/run-program.ts'
import { makeQueue, must } from './launch-fixture.ts'

/** The team that has the jobs, the queue and the agent. */
export const TEAM = 'vision'
const PROJECT = 'lab'
const SLIPWAY = fileURLToPath(new URL('../../packages/cli/src/main.ts', import.meta.url))
const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url))
const NODE_MODULES = fileURLToPath(new URL('../../node_modules', import.meta.url))
const quiet = (): void => undefined

/** A server with a team of two people, and an agent that runs what they launch. */
export interface TeamSite extends AsyncDisposable {
  readonly server: TestServer
  readonly annKey: string
  readonly bobKey: string
  /** Runs a program once as Ann, so that it becomes a job of the team's project; files come over those of the example. */
  capture(jobName: string, example: string, files?: Readonly<Record<string, string>>, main?: string): Promise<void>
  /** The config of a run as somebody sees it. */
  readRunConfig(run: string, apiKey: string): Promise<JsonObject>
}

/** Starts a site whose Python programs use the given client. */
export async function startTeamSite(client: TestClient): Promise<TeamSite> {
  await using cleanUp = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'slipway-team-'))
  cleanUp.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))
  await symlink(NODE_MODULES, join(folder, 'node_modules'))
  const server = cleanUp.use(await startTestServer())
  const annKey = await server.addUser('ann')
  const bobKey = await server.addUser('bob')
  await must(server, `mutation { createTeam(input: {teamName: "${TEAM}"}) { entity { id } } }`)
  for (const username of ['ann', 'bob']) {
    await must(server, 'mutation($input: TeamMemberInput!) { addTeamMember(input: $input) { success } }', {
      input: { entityName: TEAM, username },
    })
  }
  await makeQueue(server, 'default', { entityName: TEAM })
  const environment = {
    PATH: [client.binFolder, dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter),
    HOME: folder,
    LANG: 'C.UTF-8',
    WANDB_BASE_URL: server.url,
    WANDB_API_KEY: annKey,
    WANDB_ERROR_REPORTING: 'false',
  }
  cleanUp.use(
    await startLaunchAgent(
      { entityName: TEAM, queueNames: ['default'], stateFolder: join(folder, 'agent'), maxJobs: 4, environment },
      {
        api: createApiClient({ baseUrl: server.url, apiKey: annKey }),
        log: { info: quiet, warn: quiet, error: quiet },
      },
    ),
  )
  const owned = cleanUp.move()
  return {
    server,
    annKey,
    bobKey,
    async capture(jobName, example, files = {}, main = 'train.py') {
      const programFolder = await mkdtemp(join(folder, 'program-'))
      await cp(join(EXAMPLES, example), programFolder, { recursive: true })
      for (const [path, text] of Object.entries(files)) {
        await mkdir(dirname(join(programFolder, path)), { recursive: true })
        await writeFile(join(programFolder, path), text)
      }
      const place = ['--entity', TEAM, '--project', PROJECT, '--job-name', jobName]
      const program = main.endsWith('.ts') ? 'node' : 'python'
      requireSuccess(
        await runProgram([process.execPath, SLIPWAY, 'run', ...place, '--', program, main], {
          folder: programFolder,
          environment,
        }),
      )
    },
    async readRunConfig(run, apiKey) {
      const [entityName, projectName, name] = run.split('/')
      const data = await must(
        server,
        'query($e: String!, $p: String!, $r: String!) { project(name: $p, entityName: $e) { run(name: $r) { config } } }',
        { e: entityName, p: projectName, r: name },
        apiKey,
      )
      const config = parseJson(data.project.run.config)
      return isJsonObject(config) ? unwrapRunConfig(config) : {}
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  }
}
