import { describeWithEnvironment } from '@slipway/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LaunchSite, startLaunchSite } from '../founding-document/launch-site.ts'

describeWithEnvironment('frameworks', 'the examples with a framework', (client) => {
  let site: LaunchSite
  beforeAll(async () => {
    site = await startLaunchSite(client)
  })
  afterAll(() => site[Symbol.asyncDispose]())

  test('XGBoost takes its parameters from a file, and logs each round, the best score and the model', async () => {
    const job = await site.capture('tumours', { example: 'python-xgboost' })
    const types = {
      early_stopping_rounds: 'int',
      learning_rate: 'float',
      max_depth: 'int',
      rounds: 'int',
      subsample: 'float',
    }
    expect(job.inputTypes).toEqual({ files: { 'params.yaml': types } })

    const asked = { rounds: 7, max_depth: 2, learning_rate: 0.1 }
    const { config, output } = await site.launch(job, { files: { 'params.yaml': asked } })
    expect(config).toMatchObject({ ...asked, subsample: 0.8, early_stopping_rounds: 5, seed: 42 })
    expect(output).toMatch(/Best AUC: 0\.9\d+ in round \d/u)
    // The callback keeps what the booster is made of, too.
    expect(config).toMatchObject({ learner: { gradient_booster: { tree_train_param: { max_depth: '2' } } } })
    const run = await readNewestRun(site, 'tumours')
    expect(run.history.filter((row) => 'test-auc' in row)).toHaveLength(7)
    expect(run.summary).toMatchObject({
      epoch: 6,
      'test-auc': { max: expect.toSatisfy(isShare) },
      'test-logloss': { min: expect.any(Number) },
    })
    expect(run.summary['best_score']).toBeCloseTo((run.summary['test-auc'] as { max: number }).max, 6)
    expect(run.artifactTypes).toContain('model')
  })

  test('Keras takes its parameters from the run config, within their bounds, and logs each epoch', async () => {
    const job = await site.capture('digits', { example: 'python-keras' })
    expect(job.inputTypes).toEqual({
      trainer: {
        batch_size: 'int',
        dropout: 'float',
        epochs: 'int',
        hidden_units: 'int',
        learning_rate: 'float',
        optimizer: 'str',
      },
    })
    const { problems } = await site.pushRefused(job, {
      run_config: { trainer: { optimizer: 'lion', hidden_units: 0 }, seed: 1 },
    })
    expect(problems.map(({ path }) => path).toSorted()).toEqual(['seed', 'trainer.hidden_units', 'trainer.optimizer'])

    const asked = { epochs: 2, optimizer: 'sgd', learning_rate: 0.25, hidden_units: 16 }
    const { config, output } = await site.launch(job, { run_config: { trainer: asked } })
    expect(config).toEqual({ trainer: { ...asked, dropout: 0.1, batch_size: 64 }, seed: 42 })
    expect(output).toContain('Accuracy after 2 epochs')
    const run = await readNewestRun(site, 'digits')
    expect(run.history.map((row) => [row['epoch/epoch'], row['epoch/learning_rate']])).toEqual([
      [0, 0.25],
      [1, 0.25],
    ])
    expect(run.summary).toMatchObject({ 'epoch/epoch': 1, test: { accuracy: expect.toSatisfy(isShare) } })
  })
})

interface SeenRun {
  readonly history: readonly Readonly<Record<string, unknown>>[]
  readonly summary: Readonly<Record<string, unknown>>
  readonly artifactTypes: readonly string[]
}

const NEWEST_RUN = `query($job: String!) { project(entityName: "admin", name: "founding") { jobVersion(name: $job) {
  runs(first: 1) { edges { node {
    summaryMetrics history(samples: 100) outputArtifacts { edges { node { artifactType { name } } } } } } } } } }`

/** What the newest run of a job has logged. */
async function readNewestRun({ server }: LaunchSite, job: string): Promise<SeenRun> {
  const { data } = await server.request(NEWEST_RUN, { job })
  const { node } = data.project.jobVersion.runs.edges[0]
  return {
    history: node.history.map((line: string) => JSON.parse(line)),
    summary: JSON.parse(node.summaryMetrics),
    artifactTypes: node.outputArtifacts.edges.map(
      (edge: { node: { artifactType: { name: string } } }) => edge.node.artifactType.name,
    ),
  }
}

function isShare(value: number): boolean {
  return value > 0 && value <= 1
}
