import { describeWithEachClient } from '@slipway/testkit'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { ENTITY, type LaunchSite, QUEUE, startLaunchSite } from './launch-site.ts'

// The stock agent asks for items and for the end of runs every ten seconds only.
vi.setConfig({ testTimeout: 600_000 })

// The stock agent restores no managed files, so the program logs its own with its code.
const LOGS_ITS_FILE = {
  'train.py': `
import yaml
import wandb
from wandb.sdk import launch

launch.manage_config_file("config.yaml")
with open("config.yaml") as f:
    config = yaml.safe_load(f)
with wandb.init(config=config) as run:
    run.log_code(".", include_fn=lambda path: path.endswith((".py", ".yaml")))
    wandb.log({"loss": 1.0})
`,
  'config.yaml': 'batch_size: 32\nmodel: {name: resnet, depth: 50}\n',
}

describeWithEachClient('the stock launch agent', (client) => {
  let site: LaunchSite

  beforeAll(async () => {
    site = await startLaunchSite(client, { hasAgent: false })
  })
  afterAll(() => site[Symbol.asyncDispose]())

  test('runs the same items with the same inputs', async () => {
    const captures = [
      site.capture('founding', { example: 'python-run-config' }),
      site.capture('logs-its-file', { files: LOGS_ITS_FILE }),
    ] as const
    const [job, fileJob] = await Promise.all(captures)
    const itemId = await site.push(job, { run_config: { trainer: { batch_size: 64 } } })
    const fileItemId = await site.push(fileJob, { files: { 'config.yaml': { model: { name: 'vit' } } } })

    await using _agent = site.startWandb(['launch-agent', '--queue', QUEUE, '--entity', ENTITY, '--max-jobs', '2'])
    const ended = await Promise.all([site.untilEnded(itemId), site.untilEnded(fileItemId)])
    const trainer = { learning_rate: 0.01, batch_size: 64, model: 'resnet', dataset: 'cifar10' }
    expect(ended).toMatchObject([
      { state: 'finished', config: { trainer: { ...trainer, private: { key: 'value' } }, seed: 42 } },
      { state: 'finished', config: { batch_size: 32, model: { name: 'vit', depth: 50 } } },
    ])
  })
})
