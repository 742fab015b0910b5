import type { TestPage } from '@slipway/testkit'
import type { ExampleData } from './example-data.ts'

type Page = TestPage['page']

/** One picture to take. */
export interface Screen {
  readonly name: string
  readonly path: string
  readonly isLoggedOut?: boolean
  /** Of the window, in pixels; 800 without it. */
  readonly height?: number
  /** What shows that the content is there. */
  readonly content?: (page: Page) => ReturnType<Page['getByRole']>
  /** What a person does before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>
}

/** The columns of the picture of the runs, which fit beside each other. */
const COLUMNS = [
  'state',
  'created_at',
  'config.trainer.learning_rate',
  'config.model.name',
  'summary_metrics.validation/accuracy',
]

const toParameter = (value: unknown): string => encodeURIComponent(JSON.stringify(value))

/** What the picture of the review changes. */
const CHANGES = ['trainer.learning_rate=0.002', 'trainer.epochs=40', 'conf/augmentation.yaml:mixup=0.4']

/** The screens of the web application, each with its address. */
export function listScreens({ runs, waitingItem }: ExampleData): readonly Screen[] {
  const run = `/ada/vision/runs/${runs[2] ?? ''}`
  const job = 'ada/vision/train:latest'
  const launch = `/launch?job=${encodeURIComponent(job)}&queue=local`
  const compared = runs.slice(0, 4).map((name) => `ada/vision/${name}`)
  return [
    { name: 'login', path: '/login', isLoggedOut: true },
    { name: 'welcome', path: '/welcome' },
    { name: 'jobs', path: '/jobs', content: (page) => page.getByRole('row', { name: /train/ }) },
    {
      name: 'job',
      path: '/ada/vision/jobs/train',
      content: (page) => page.getByRole('row', { name: /learning_rate/ }),
    },
    { name: 'launch', path: launch, height: 1100, content: (page) => page.getByLabel(/learning.rate/i) },
    {
      name: 'review',
      path: `${launch}${CHANGES.map((change) => `&set=${encodeURIComponent(change)}`).join('')}`,
      height: 900,
      content: (page) => page.getByLabel(/learning.rate/i),
      async act(page) {
        await page.getByRole('button', { name: 'Review' }).click()
        await page.getByText('The server would accept this launch.').waitFor()
      },
    },
    {
      name: 'runs',
      path: `/runs?entity=ada&project=vision&sort=-summary_metrics.validation/accuracy&columns=${toParameter(COLUMNS)}`,
      content: (page) => page.getByRole('row', { name: /finished/i }),
    },
    {
      name: 'compare',
      path: `/compare?runs=${encodeURIComponent(compared.join(','))}&tab=charts`,
      content: (page) => page.locator('canvas'),
    },
    {
      name: 'run-charts',
      path: `${run}?tab=charts`,
      content: (page) => page.locator('canvas'),
    },
    {
      name: 'run-log',
      path: `${run}?tab=log`,
      content: (page) => page.getByRole('region', { name: 'Log' }).getByText(/epoch/),
    },
    { name: 'queues', path: '/queues', content: (page) => page.getByRole('link', { name: /gpu/ }) },
    { name: 'queue', path: '/queues/ada/gpu' },
    { name: 'item', path: `/queues/ada/gpu/items/${waitingItem}` },
    { name: 'agents', path: '/agents', content: (page) => page.getByText('workstation') },
    { name: 'settings', path: '/settings' },
  ]
}
