import { DatabaseSync } from 'node:sqlite'

/** The keys of the configs and summaries of the runs that are made here. */
const CONFIG_KEYS = ['lr', 'batch_size', 'seed', 'epochs', 'dropout', 'model', 'optimizer', 'warmup'] as const
const SUMMARY_KEYS = ['loss', 'accuracy', 'val_loss', '_step', '_runtime'] as const

/** What stands below all numbers in the table of values, for a text. Source: packages/server/src/run/run-value.ts. */
const TEXT_RANK = -1.68e308

/**
 * Writes finished runs into the database of a server that is stopped: configs of 8 values, summaries of 5 (a tenth of the
 * runs has none), and a year of start times. Through the API it would take minutes, and is not what is measured.
 */
export function writeRuns(file: string, count: number): void {
  const database = new DatabaseSync(file)
  try {
    database.exec('begin')
    const owner = database.prepare('select id, (select min(id) from app_user) as user_id from entity limit 1').get()
    const entityId = Number(owner?.['id'])
    const now = Date.now()
    const projectId = Number(
      database
        .prepare('insert into project (entity_id, name, created_at, updated_at) values (?, ?, ?, ?) returning id')
        .get(entityId, 'bench', now, now)?.['id'],
    )
    const names = [
      ...CONFIG_KEYS.map((path) => ({ root: 'config', path })),
      ...SUMMARY_KEYS.map((path) => ({ root: 'summary', path })),
    ]
    const addKey = database.prepare(
      'insert into run_key (entity_id, root, path, has_numbers, has_others) values (?, ?, ?, ?, ?) returning id',
    )
    const keys = names.map(({ root, path }) => {
      const isText = path === 'model' || path === 'optimizer'
      return Number(addKey.get(entityId, root, path, Number(!isText), Number(isText))?.['id'])
    })
    const addRun = database.prepare(`insert into run (project_id, name, number, display_name, state, tags, group_name,
      user_id, heartbeat_at, created_at, updated_at, ended_at, config, summary, value_index)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'whole') returning id`)
    const addValue = database.prepare(
      'insert into run_value (run_id, key_id, project_id, number, text, is_cut) values (?, ?, ?, ?, ?, 0)',
    )
    for (let index = 0; index < count; index += 1) {
      const run = makeRun(index)
      const createdAt = now - (count - index) * 300_000
      const endedAt = createdAt + 60_000 + (index % 977) * 10_000
      const { id } =
        addRun.get(
          projectId,
          `run-${index}`,
          index + 1,
          `quiet-harbour-${index + 1}`,
          index % 10 === 3 ? 'failed' : 'finished',
          index % 50 === 0 ? '["baseline"]' : '[]',
          `group-${index % 40}`,
          Number(owner?.['user_id']),
          endedAt,
          createdAt,
          endedAt,
          endedAt,
          JSON.stringify({
            ...Object.fromEntries(Object.entries(run.config).map(([key, value]) => [key, { value, desc: null }])),
            _wandb: { value: CLIENT_NOTES },
          }),
          JSON.stringify(run.summary),
        ) ?? {}
      const values = [...CONFIG_KEYS.map((key) => run.config[key]), ...SUMMARY_KEYS.map((key) => run.summary[key])]
      for (const [position, value] of values.entries()) {
        const key = keys[position]
        if (value === undefined || key === undefined) continue
        const isText = typeof value === 'string'
        addValue.run(Number(id), key, projectId, isText ? TEXT_RANK : value, isText ? value : '')
      }
    }
    database.exec('commit')
  } finally {
    database.close()
  }
}

/** As long as what the stock client writes about itself into each config. */
const CLIENT_NOTES = { python_version: '3.12.7', cli_version: '0.30.0', m: 'x'.repeat(500), t: [1, 5, 41, 49, 53, 55] }

function makeRun(index: number) {
  const noise = (salt: number): number => ((index * 2_654_435_761 + salt * 40_503) % 4_294_967_296) / 4_294_967_296
  const config: Readonly<Partial<Record<(typeof CONFIG_KEYS)[number], number | string>>> = {
    lr: [1e-4, 3e-4, 1e-3, 3e-3, 1e-2][index % 5] ?? 0,
    batch_size: 2 ** (4 + (index % 6)),
    seed: index,
    epochs: 10 * (1 + (index % 9)),
    dropout: noise(1) / 2,
    model: ['vit-small', 'vit-base', 'resnet50', 'resnet101', 'convnext'][(index >> 2) % 5] ?? '',
    optimizer: index % 3 === 0 ? 'sgd' : 'adamw',
    warmup: index % 7 === 0 ? 0 : 500,
  }
  const summary: Readonly<Partial<Record<(typeof SUMMARY_KEYS)[number], number>>> =
    index % 10 === 3
      ? {}
      : {
          loss: 0.1 + noise(2),
          accuracy: 0.5 + noise(3) / 2,
          val_loss: 0.2 + noise(4),
          _step: 1000 * (1 + (index % 30)),
          _runtime: 60 + (index % 977) * 10,
        }
  return { config, summary }
}
