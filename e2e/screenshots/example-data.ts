import { setTimeout as wait } from 'node:timers/promises'
import { createTestJob } from '@slipway/testkit'
import { readProgram, type ExampleSite } from './example-site.ts'

const DEADLINE_MS = 120_000
const TRAIN = { trainer: { learning_rate: 0.01, batch_size: 32, epochs: 12, optimizer: 'adamw' } }
const MODEL = { model: { name: 'resnet18', dropout: 0.1 }, data: { dataset: 'cifar10', augment: true }, seed: 42 }

/** The inputs of the launches of "train", oldest first, apart from the defaults. */
const LAUNCHES = [
  { trainer: { learning_rate: 0.1 } },
  { trainer: { learning_rate: 0.03 }, model: { dropout: 0.3 } },
  { trainer: { learning_rate: 0.01 } },
  { trainer: { learning_rate: 0.5 } },
  { trainer: { learning_rate: 0.003, batch_size: 64 }, model: { dropout: 0.2 } },
  { trainer: { learning_rate: 0.001, epochs: 20 }, model: { name: 'vit_tiny' } },
  { trainer: { learning_rate: 0.004, epochs: 20, optimizer: 'sgd' }, model: { dropout: 0.2 } },
]

/** What the pictures show. */
export interface ExampleData {
  /** Runs of "train", newest first, as path segments. */
  readonly runs: readonly string[]
  /** The id of the item that waits in the queue "gpu". */
  readonly waitingItem: string
}

/** Makes jobs, runs, queues and a team as people and programs make them: through the API, the agent and the SDK. */
export async function makeExampleData(site: ExampleSite): Promise<ExampleData> {
  await makeTeam(site)
  await makeJobs(site)
  for (const [index, overrides] of LAUNCHES.entries()) {
    await untilEnded(site, await launch(site, 'local', 'vision/train', overrides))
    site.passHours(index === LAUNCHES.length - 1 ? 0.2 : 7)
  }
  await untilRunning(site, await launch(site, 'local', 'vision/evaluate', { split: 'validation' }))
  const waiting: string[] = []
  for (const learning_rate of [0.002, 0.005, 0.02]) {
    waiting.push(await launch(site, 'gpu', 'vision/train', { trainer: { learning_rate, epochs: 50 } }))
  }
  const runs = await listRuns(site)
  return { runs, waitingItem: waiting[0] ?? '' }
}

async function makeTeam(site: ExampleSite): Promise<void> {
  await site.server.addUser('grace')
  await site.must('mutation { createTeam(input: {teamName: "perception"}) { entity { id } } }')
  await site.must('mutation { addTeamMember(input: {entityName: "perception", username: "grace"}) { success } }')
  await site.must('mutation($input: SetSecretInput!) { setSecret(input: $input) { secret { name } } }', {
    input: { entityName: 'ada', name: 'HF_TOKEN', value: 'an example' },
  })
}

async function makeJobs(site: ExampleSite): Promise<void> {
  const place = { entityName: 'ada', projectName: 'vision' }
  const small = { entryPoint: ['node', 'main.ts'], files: { 'main.ts': '// An example\n' } }
  await createTestJob(site, { ...place, ...small, name: 'preprocess', config: { size: 224, dataset: 'cifar10' } })
  site.passHours(30)
  await createTestJob(site, { ...place, ...small, name: 'export-onnx', config: { opset: 17, quantize: false } })
  site.passHours(20)
  await createTestJob(site, {
    ...place,
    name: 'evaluate',
    entryPoint: ['node', 'evaluate.ts'],
    files: { 'evaluate.ts': await readProgram('evaluate.ts') },
    config: { split: 'test', batch_size: 64 },
  })
  await createTestJob(site, {
    ...place,
    name: 'train',
    entryPoint: ['node', 'train.ts'],
    files: { 'train.ts': await readProgram('train.ts') },
    config: { ...TRAIN, ...MODEL },
    schema: TRAIN_SCHEMA,
    configFiles: { 'conf/augmentation.yaml': AUGMENTATION },
  })
}

async function launch(site: ExampleSite, queueName: string, job: string, runConfig: object): Promise<string> {
  const data = await site.must(
    'mutation($input: PushToRunQueueByNameInput!) { pushToRunQueueByName(input: $input) { runQueueItemId } }',
    {
      input: {
        entityName: 'ada',
        projectName: 'model-registry',
        queueName,
        runSpec: JSON.stringify({
          job: `ada/${job}:latest`,
          entity: 'ada',
          project: 'vision',
          overrides: { run_config: runConfig },
        }),
      },
    },
  )
  return data.pushToRunQueueByName.runQueueItemId
}

const untilEnded = (site: ExampleSite, id: string): Promise<void> =>
  until(site, id, ({ state }) => !['pending', 'leased', 'claimed'].includes(state.toLowerCase()))

/** Until the program inside has said that it is there. */
const untilRunning = (site: ExampleSite, id: string): Promise<void> =>
  until(site, id, ({ run }) => run?.state === 'running')

interface ItemState {
  readonly state: string
  readonly run: { readonly state: string } | null
}

async function until(site: ExampleSite, id: string, isSo: (item: ItemState) => boolean): Promise<void> {
  for (const deadline = Date.now() + DEADLINE_MS; Date.now() < deadline; await wait(100)) {
    const { runQueueItem } = await site.must('query($id: ID!) { runQueueItem(id: $id) { state run { state } } }', {
      id,
    })
    if (isSo(runQueueItem)) return
  }
  throw new Error(`Cannot make the example: item ${id} is not so far within ${DEADLINE_MS / 1000} seconds`)
}

async function listRuns(site: ExampleSite): Promise<readonly string[]> {
  const data = await site.must(
    '{ project(name: "vision", entityName: "ada") { job(name: "train") { runs(first: 20) { edges { node { name } } } } } }',
  )
  return data.project.job.runs.edges.map(({ node }: { readonly node: { readonly name: string } }) => node.name)
}

const TRAIN_SCHEMA = {
  type: 'object',
  properties: {
    trainer: {
      type: 'object',
      title: 'Training',
      properties: {
        learning_rate: {
          type: 'number',
          exclusiveMinimum: 0,
          maximum: 1,
          description: 'Step size of the optimizer. Try a third or three times of it.',
        },
        batch_size: { type: 'integer', minimum: 1, maximum: 4096, description: 'Pictures in one step' },
        epochs: { type: 'integer', minimum: 1, maximum: 500, description: 'How often all pictures are seen' },
        optimizer: { enum: ['adamw', 'sgd', 'lion'] },
      },
    },
    model: {
      type: 'object',
      title: 'Model',
      properties: {
        name: { enum: ['resnet18', 'resnet50', 'vit_tiny'], description: 'Which architecture is trained' },
        dropout: { type: 'number', minimum: 0, maximum: 0.9 },
      },
    },
    data: {
      type: 'object',
      properties: { dataset: { enum: ['cifar10', 'cifar100'] }, augment: { type: 'boolean' } },
    },
    seed: { type: 'integer' },
  },
}

const AUGMENTATION = `# What is done to a picture before it is seen
flip: true
crop:
  size: 32
  padding: 4   # pixels
mixup: 0.2
`
