import { createTestJob } from '@slipway/testkit'
import { openSite, type CommandSite } from '../site.ts'

/** The inputs of the first version of the job "train". */
export const CONFIG = { trainer: { learning_rate: 0.01, batch_size: 32, model: 'resnet' }, seed: 1 }

/** A site with two versions of a job, another job, two run queues and a team, and no agent. */
export async function openPresetSite(): Promise<CommandSite> {
  const site = await openSite()
  const job = { entityName: 'admin', projectName: 'vision', entryPoint: ['sh', 'program.sh'] }
  await createTestJob(site.server, { ...job, name: 'train', files: { 'program.sh': 'true' }, config: CONFIG })
  // A version stays as it was once the run that captured it has ended.
  const id = Buffer.from('Run:v1:capture-train:vision:admin').toString('base64')
  await site.server.request('mutation($id: ID!) { updateRunState(input: {id: $id, state: "failed"}) { success } }', {
    id,
  })
  await site.slipway('job', 'show', 'train:v0')
  await createTestJob(site.server, {
    ...job,
    name: 'train',
    files: { 'program.sh': 'true # changed' },
    config: { trainer: { learning_rate: 0.02, batch_size: 'auto' }, epochs: 3 },
  })
  await createTestJob(site.server, { ...job, name: 'other', files: { 'program.sh': 'true' }, config: { x: 1 } })
  await site.slipway('queue', 'create', 'default', '--prioritize')
  await site.slipway('queue', 'create', 'gpu', '--prioritize')
  await site.server.request('mutation { createTeam(input: {teamName: "lab"}) { entity { name } } }')
  return site
}

/** Makes a run as the client does, which goes on. */
export async function aRun(site: CommandSite, name: string, displayName: string, config: object): Promise<void> {
  const wrapped = Object.fromEntries(Object.entries(config).map(([key, value]) => [key, { value }]))
  await site.server.request('mutation($input: UpsertBucketInput!) { upsertBucket(input: $input) { bucket { id } } }', {
    input: { entityName: 'admin', modelName: 'vision', name, displayName, config: JSON.stringify(wrapped) },
  })
}
