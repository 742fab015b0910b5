import type { TestPage } from '@slipway/testkit'
import type { ExampleData } from './example-data.ts'

type Page = TestPage['page']

/** One picture to take. */
export interface Screen {
  readonly name: string
  readonly path: string
  readonly isLoggedOut?: boolean
  /** What shows that the content is there. */
  readonly content?: (page: Page) => ReturnType<Page['getByRole']>
  /** What a person does before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>
}

/** The screens of the web application, each with its address. */
export function listScreens({ runs, waitingItem }: ExampleData): readonly Screen[] {
  const run = `/ada/vision/runs/${runs[2] ?? ''}`
  const job = 'ada/vision/train:latest'
  const launch = `/launch?job=${encodeURIComponent(job)}`
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
    { name: 'launch', path: launch, content: (page) => page.getByRole('textbox', { name: /learning.rate/i }) },
    {
      name: 'review',
      path: launch,
      content: (page) => page.getByRole('textbox', { name: /learning.rate/i }),
      async act(page) {
        await page
          .getByRole('textbox', { name: /learning.rate/i })
          .first()
          .fill('0.002')
        await page
          .getByRole('button', { name: /review/i })
          .first()
          .click()
        await page
          .getByRole('dialog')
          .or(page.getByRole('region', { name: /review/i }))
          .first()
          .waitFor()
      },
    },
    {
      name: 'runs',
      path: '/runs?entity=ada&project=vision',
      content: (page) => page.getByRole('row', { name: /finished/i }),
    },
    { name: 'compare', path: `/compare?runs=${encodeURIComponent(JSON.stringify(compared))}` },
    {
      name: 'run-charts',
      path: `${run}?tab=charts`,
      content: (page) => page.getByRole('img', { name: /train\/loss/ }),
    },
    { name: 'run-log', path: `${run}?tab=log` },
    { name: 'queues', path: '/queues', content: (page) => page.getByRole('link', { name: /gpu/ }) },
    { name: 'queue', path: '/queues/ada/gpu' },
    { name: 'item', path: `/queues/ada/gpu/items/${waitingItem}` },
    { name: 'agents', path: '/agents', content: (page) => page.getByText('workstation') },
    { name: 'settings', path: '/settings' },
  ]
}
