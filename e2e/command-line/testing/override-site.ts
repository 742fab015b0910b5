import { createTestJob } from '@slipway/testkit'
import { startCommand } from '../command.ts'
import { openSite, type CommandSite } from '../site.ts'

const CONFIG = {
  trainer: { learning_rate: 0.01, batch_size: 32, model: 'resnet', amp: true, layers: [64, 32] },
  note: null,
}
const DATA = '# where the data is\ndata:\n  path: cifar10 # a name\n  workers: 4\n  cache: true\nseed: 1\n'
const PROGRAM =
  'cat data.yaml; case "$WANDB_CONFIG" in *forever*) while :; do sleep 0.05; done;; *explode*) exit 3;; esac'

/** A site with the jobs that the tests of overrides launch, and an agent that runs them. */
export async function openOverrideSite(): Promise<CommandSite> {
  const site = await openSite()
  const job = {
    entityName: 'admin',
    projectName: 'vision',
    files: { 'program.sh': PROGRAM },
    entryPoint: ['sh', 'program.sh'],
  }
  await createTestJob(site.server, { ...job, name: 'train', config: CONFIG, configFiles: { 'data.yaml': DATA } })
  await createTestJob(site.server, { ...job, name: 'open', config: { seed: 1 }, allowsExtraKeys: true })
  const model = { type: 'string', enum: ['resnet18', 'resnet50', 'vit'] }
  const schema = { type: 'object', properties: { model, lr: { type: 'number', maximum: 1 } } }
  await createTestJob(site.server, { ...job, name: 'choices', config: { model: 'vit', lr: 0.1 }, schema })
  await site.slipway('queue', 'create', 'default')
  const agent = startCommand(['agent', 'start', '--queue', 'default', '--max-jobs', '4'], site.place)
  await agent.untilWritten('takes items from "default" of admin')
  return {
    ...site,
    async [Symbol.asyncDispose]() {
      await agent[Symbol.asyncDispose]()
      await site[Symbol.asyncDispose]()
    },
  }
}
