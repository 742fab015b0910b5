import { createTestJob, type TestPage, type TestServer } from '@slipway/testkit'

/** The run config of the job that most tests launch. */
const CONFIG = {
  trainer: { learning_rate: 0.1, batch_size: 32, layers: [64, 32], optimizer: 'adam' },
  seed: 1,
  debug: false,
}

/** A config file of that job. */
const MODEL_FILE = '# the model\ndepth: 3 # layers\nwidth: 1.5\n'

/** Makes a queue of the administrator; with template variables and priorities where they are asked for. */
export async function makeQueue(
  server: TestServer,
  queueName: string,
  options: {
    readonly resource?: string
    readonly config?: object
    readonly variables?: object
    readonly priorities?: boolean
    readonly entityName?: string
  } = {},
): Promise<void> {
  const { resource = 'local-process', config = {}, variables, priorities = false, entityName = 'admin' } = options
  await must(server, 'mutation($input: UpsertRunQueueInput!) { upsertRunQueue(input: $input) { success } }', {
    input: {
      entityName,
      projectName: 'model-registry',
      queueName,
      resourceType: resource,
      resourceConfig: JSON.stringify({ resource_args: { [resource]: config } }),
      templateVariables: variables === undefined ? null : JSON.stringify(variables),
      prioritizationMode: priorities ? 'V0' : 'DISABLED',
    },
  })
}

/** Makes the job that most tests launch; answers with its path. */
export function makeTrainJob(server: TestServer): Promise<string> {
  return createTestJob(server, {
    entityName: 'admin',
    projectName: 'vision',
    name: 'train',
    files: { 'train.py': 'print("training")' },
    entryPoint: ['python', 'train.py'],
    config: CONFIG,
    configFiles: { 'conf/model.yaml': MODEL_FILE },
  })
}

/** The items of an entity, newest first. */
export async function listItems(
  server: TestServer,
  entityName = 'admin',
  // oxlint-disable-next-line typescript/no-explicit-any -- launch specs have many shapes
): Promise<readonly { readonly id: string; readonly runSpec: any; readonly priority: number }[]> {
  const data = await must(
    server,
    'query($name: String!) { entity(name: $name) { runQueueItems(first: 50) { edges { node { id runSpec priority } } } } }',
    { name: entityName },
  )
  return data.entity.runQueueItems.edges.map((edge: { readonly node: unknown }) => edge.node)
}

/** Of the height at which all inputs of the tests' job are on the screen: others are drawn when they are scrolled to. */
export const TALL = { width: 1360, height: 2600 }

/** The field of an input; one with suggestions is a combobox, another one a textbox. */
export function field({ page }: Pick<TestPage, 'page'>, address: string) {
  return page.getByLabel(address, { exact: true })
}

/** Waits until the form of a launch is there. */
export async function untilForm({ page }: Pick<TestPage, 'page'>): Promise<void> {
  await page.getByRole('heading', { name: 'Inputs', exact: true }).waitFor()
}

/** Reviews a launch and launches it. */
export async function launchNow({ page }: Pick<TestPage, 'page'>): Promise<void> {
  await page.getByRole('button', { name: 'Review' }).click()
  await page.getByText('The server would accept this launch.').waitFor()
  await page.getByRole('button', { name: 'Launch', exact: true }).click()
  await page.getByRole('status').filter({ hasText: 'Launched' }).waitFor()
}

/** Sends a GraphQL document that must succeed. */
export async function must(
  server: TestServer,
  query: string,
  variables: Record<string, unknown> = {},
  apiKey = server.apiKey,
  // oxlint-disable-next-line typescript/no-explicit-any -- answers have many shapes
): Promise<any> {
  const answer = await server.request(query, variables, { apiKey })
  if (answer.errors !== undefined) throw new Error(answer.errors.map(({ message }) => message).join('; '))
  return answer.data
}
