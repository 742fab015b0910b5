import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describeWithEachClient, type TestClient } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { readDocument } from '../command-line/command.ts'
import { requireSuccess, runProgram } from '../founding-document/run-program.ts'
import { startGitHost } from './git-host.ts'
import { openLaboratory, programPath, type Laboratory } from './laboratory.ts'

/** Makes a job by the stock command, then the same by ours, and answers with what ours said. */
async function makeByBoth(
  client: TestClient,
  laboratory: Laboratory,
  source: readonly string[],
  options: { readonly stock: readonly string[]; readonly ours: readonly string[] },
  environment: Readonly<Record<string, string>> = {},
) {
  const { folder, environment: own } = laboratory.place
  const wandb = join(client.binFolder, 'wandb')
  const stock = ['job', 'create', ...source, '-n', 'made', '-p', 'lab', '-e', 'admin', ...options.stock]
  requireSuccess(await runProgram([wandb, ...stock], { folder, environment: { ...own, ...environment } }))
  const { server } = laboratory
  const variables = { SLIPWAY_URL: server.url, SLIPWAY_API_KEY: server.apiKey, ...environment }
  const ours = ['job', 'create', ...source, '--name', 'made', '--project', 'lab', ...options.ours]
  return readDocument(ours, { folder, environment: variables })
}

// A second version with other files, metadata or contents would be a new one: the server compares the digests.
const SAME = { job: 'admin/lab/made:v0', isNew: false, isPartial: true }

describeWithEachClient('"slipway job create" and "wandb job create"', (client) => {
  test('make the same job of a folder, byte for byte', async () => {
    await using laboratory = await openLaboratory(client)
    const code = join(laboratory.place.folder, 'code')
    await mkdir(join(code, 'sub'), { recursive: true })
    await copyFile(programPath('train.py'), join(code, 'train.py'))
    await writeFile(join(code, 'requirements.txt'), 'wandb\nnumpy==2.0 # é\n\n')
    await writeFile(join(code, 'sub', 'ünicode ☃.txt'), 'x')
    const options = {
      stock: ['-E', 'python train.py --größe', '-r', '3.11'],
      ours: ['--entry-point', 'python train.py --größe', '--runtime', '3.11'],
    }
    expect(await makeByBoth(client, laboratory, ['code', 'code'], options)).toMatchObject(SAME)
    const other = { ...options, ours: [...options.ours, '--runtime', '3.12'] }
    expect(await makeByBoth(client, laboratory, ['code', 'code'], other)).toMatchObject({
      ...SAME,
      job: 'admin/lab/made:v1',
      isNew: true,
    })
  })

  test('make the same job of a commit', async () => {
    await using laboratory = await openLaboratory(client)
    await using host = await startGitHost(laboratory.place.folder, {
      'train.py': 'print(1)\n',
      '.python-version': '3.10\n',
    })
    const options = { stock: ['-E', 'python train.py'], ours: ['--entry-point', 'python train.py'] }
    const environment = { ...host.environment, GIT_ALLOW_PROTOCOL: 'https:http' }
    expect(await makeByBoth(client, laboratory, ['git', host.url], options, environment)).toMatchObject(SAME)
  })

  test('make the same job of an image', async () => {
    await using laboratory = await openLaboratory(client)
    const none = { stock: [], ours: [] }
    expect(await makeByBoth(client, laboratory, ['image', 'registry:5000/trainer:1.2'], none)).toMatchObject(SAME)
    const { server } = laboratory
    const { data } = await server.request('{ project(name: "lab") { jobVersion(name: "made:1.2") { version } } }')
    expect(data.project.jobVersion.version).toBe('v0')
  })
})
