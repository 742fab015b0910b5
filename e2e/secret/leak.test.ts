import { writeFile, mkdir } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { createTestJob, describeWithEachClient } from '@slipway/testkit'
import { expect, test, vi } from 'vitest'
import { commandsWith, type SecretSite, startSecretSite } from './secret-site.ts'

vi.setConfig({ testTimeout: 180_000 })

// Not in one piece anywhere, so that this file itself is no place with the secret.
const VALUE = ['canary', 'of', 'the', 'coal', 'mine'].join('+')
const ENCODED = [Buffer.from(VALUE).toString('base64').slice(0, 20), Buffer.from(VALUE).toString('hex')]

async function setSecrets(site: SecretSite): Promise<void> {
  await writeFile(join(site.folder, 'queue.json'), '{"env": {"QUEUE_TOKEN": "secret://queue-token"}}')
  const ends = [
    await site.slipway(['secret', 'set', 'api-key', '--from-stdin'], { input: `${VALUE}\n` }),
    await site.slipway(['secret', 'set', 'queue-token', '--from-env', 'TOKEN'], { environment: { TOKEN: VALUE } }),
    await site.slipway(['queue', 'update', 'default', '--config', 'queue.json']),
  ]
  expect(ends.map(({ exitCode, stderr }) => [exitCode, stderr])).toEqual(ends.map(() => [0, expect.any(String)]))
}

/** Looks at the item in every way that there is. */
async function lookAround(site: SecretSite, item: string): Promise<void> {
  for (const command of [
    ['item', 'show', item],
    ['item', 'show', item, '--json'],
    ['item', 'logs', item],
    ['item', 'list', '--json'],
    ['item', 'list', '--refused', '--json'],
    ['secret', 'list'],
    ['secret', 'list', '--json'],
    ['queue', 'show', 'default', '--json'],
    ['job', 'show', 'train', '--json'],
  ])
    expect([command, (await site.slipway(command)).exitCode]).toEqual([command, 0])
}

async function expectNoLeak(site: SecretSite): Promise<void> {
  for (const text of [VALUE, ...ENCODED]) expect(await site.placesWith(text)).toEqual([])
  await site.stop()
  for (const text of [VALUE, ...ENCODED]) expect(await site.placesWith(text)).toEqual([])
}

test('a secret that a program prints in every way is found nowhere but in its environment', async () => {
  await using site = await startSecretSite()
  await setSecrets(site)
  const program = `
echo "config $WANDB_CONFIG"
echo "plain $API_KEY and $QUEUE_TOKEN"
printf '%s' "$API_KEY" | base64
printf '%s' "$API_KEY" | od -An -v -tx1 | tr -d ' \\n'; echo
env
echo up
while [ ! -e "$GATE" ]; do sleep 0.05; done
echo "last words: $API_KEY"
exit 3
`
  await createTestJob(site, {
    entityName: 'admin',
    projectName: 'vision',
    name: 'train',
    files: { 'train.sh': program },
    entryPoint: ['sh', 'train.sh'],
    config: { key: null, n: 1 },
  })
  const gate = join(site.folder, 'gate')
  await writeFile(
    join(site.folder, 'queue.json'),
    JSON.stringify({ env: { QUEUE_TOKEN: 'secret://queue-token', GATE: gate } }),
  )
  await site.slipway(['queue', 'update', 'default', '--config', 'queue.json'])
  const launch = ['launch', 'train', '--set', 'key=secret://api-key']
  await site.slipway([...launch, '--dry-run'])
  const watched = site.startSlipway([...launch, '--watch'])
  await watched.untilWritten('up\n')
  expect(await commandsWith(VALUE)).toEqual([])
  await mkdir(gate)
  const { exitCode, stdout, stderr } = await watched.end
  expect(exitCode).toBe(1)
  expect(stdout + stderr).toContain('config {"key":"secret://api-key"}')
  expect(stdout + stderr).toContain('plain *** and ***')
  expect(stdout + stderr).toContain('last words: ***')
  await lookAround(site, '1-1')
  await expectNoLeak(site)
})

test('a secret that is given where none is taken is refused and found nowhere', async () => {
  await using site = await startSecretSite()
  await setSecrets(site)
  await createTestJob(site, {
    entityName: 'admin',
    projectName: 'vision',
    name: 'train',
    files: { 'train.sh': 'true' },
    entryPoint: ['sh', 'train.sh'],
    config: { key: 'x' },
    schema: { type: 'object', properties: { key: { type: 'string', format: 'secret' } } },
  })
  for (const [command, exitCode] of [
    [['launch', 'train', '--set', `key=${VALUE}`], 2],
    [['launch', 'train', '--set', `key=${VALUE}`, '--dry-run', '--json'], 2],
    [['launch', 'train', '--set', `key="${VALUE}"x"`], 2],
    [['launch', 'train', '--set', `key=[${VALUE}`], 2],
    [['secret', 'set', 'other', VALUE], 2],
    [['secret', 'set', `other=${VALUE}`], 2],
    [['secret', 'set', 'other', `--value=${VALUE}`], 2],
    [['secret', 'set', 'other', `--from-env=${VALUE}`], 2],
  ] as const) {
    const end = await site.slipway(command)
    expect([command, end.exitCode]).toEqual([command, exitCode])
    expect(end.stdout + end.stderr).not.toContain(VALUE)
  }
  expect((await site.slipway(['item', 'list', '--json'])).stdout).toBe('[]\n')
  const { stdout } = await site.slipway(['item', 'list', '--refused', '--json'])
  expect(JSON.parse(stdout)).toMatchObject(Array.from({ length: 3 }, () => ({ problems: [{ path: 'key' }] })))
  await expectNoLeak(site)
})

describeWithEachClient('a secret that a Python program prints', (client) => {
  test('is in no run config, run log, run file or folder of the client', async () => {
    const path = [client.binFolder, process.env.PATH ?? ''].join(delimiter)
    await using site = await startSecretSite({ PATH: path, WANDB_ERROR_REPORTING: 'false' })
    await setSecrets(site)
    const program = `
import os, sys
import wandb

config = {"key": None, "n": 1}
with wandb.init(config=config) as run:
    value = os.environ.get("API_KEY", "")
    print("in the run", value, repr(value), flush=True)
    print("error", value, file=sys.stderr, flush=True)
    print("config", dict(run.config), flush=True)
    run.log({"length": len(value)})
`
    await mkdir(join(site.folder, 'program'))
    await writeFile(join(site.folder, 'program/train.py'), program)
    const capture = ['run', '--project', 'vision', '--job-name', 'train', '--', 'python', 'program/train.py']
    expect((await site.slipway(capture)).exitCode).toBe(0)
    const launch = ['launch', 'train', '--set', 'key=secret://api-key', '--watch']
    const { exitCode, stdout, stderr } = await site.slipway(launch)
    expect([exitCode, stdout + stderr]).toEqual([0, expect.stringContaining('in the run ***')])
    expect(stdout + stderr).toContain("'key': 'secret://api-key'")
    await lookAround(site, '1-1')
    await expectNoLeak(site)
  })
})
