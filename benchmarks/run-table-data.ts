import { DatabaseSync } from 'node:sqlite'

/** The keys of the configs and summaries of the runs that are made here. */
const CONFIG_KEYS = ['lr', 'batch_size', 'seed', 'epochs', 'dropout', 'model', 'optimizer', 'warmup'] as const
const SUMMARY_KEYS = ['loss', 'accuracy', 'val_loss', '_step', '_runtime'] as const

/** The keys in the order of the values of a run that is made here. */
export const RUN_KEYS = [
  ...CONFIG_KEYS.map((path) => ({ root: 'config', path, isText: path === 'model' || path === 'optimizer' })),
  ...SUMMARY_KEYS.map((path) => ({ root: 'summary', path, isText: false })),
]

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
    const addKey = database.prepare(
      'insert into run_key (entity_id, root, path, has_numbers, has_others) values (?, ?, ?, ?, ?) returning id',
    )
    const keys = RUN_KEYS.map(({ root, path, isText }) =>
      Number(addKey.get(entityId, root, path, Number(!isText), Number(isText))?.['id']),
    )
    const runColumns = ['project_id', 'user_id', ...RUN_COLUMNS]
    const addRun = database.prepare(
      `insert into run (${runColumns.join(', ')}) values (${runColumns.map(() => '?').join(', ')}) returning id`,
    )
    const addValue = database.prepare(
      'insert into run_value (run_id, key_id, project_id, number, text, is_cut) values (?, ?, ?, ?, ?, 0)',
    )
    for (const { columns, values } of makeRuns(count, now)) {
      const { id } = addRun.get(projectId, Number(owner?.['user_id']), ...columns) ?? {}
      for (const { position, number, text } of values)
        addValue.run(Number(id), keys[position] ?? null, projectId, number, text)
    }
    database.exec('commit')
  } finally {
    database.close()
  }
}

/** The columns of a run that is made here, in the order of its values, beside those that say whose it is. */
export const RUN_COLUMNS = [
  'name',
  'number',
  'display_name',
  'state',
  'tags',
  'group_name',
  'heartbeat_at',
  'created_at',
  'updated_at',
  'ended_at',
  'config',
  'summary',
  'value_index',
] as const

interface MadeRun {
  readonly columns: readonly (string | number)[]
  /** Each with the position of its key among `RUN_KEYS`. */
  readonly values: readonly { readonly position: number; readonly number: number; readonly text: string }[]
}

/** Makes runs one by one, the oldest first. */
export function* makeRuns(count: number, now: number): Generator<MadeRun> {
  for (let index = 0; index < count; index += 1) {
    const run = makeRun(index)
    const createdAt = now - (count - index) * 300_000
    const endedAt = createdAt + 60_000 + (index % 977) * 10_000
    const config = {
      ...Object.fromEntries(Object.entries(run.config).map(([key, value]) => [key, { value, desc: null }])),
      _wandb: { value: CLIENT_NOTES },
    }
    const values = [...CONFIG_KEYS.map((key) => run.config[key]), ...SUMMARY_KEYS.map((key) => run.summary[key])]
    yield {
      columns: [
        `run-${index}`,
        index + 1,
        `quiet-harbour-${index + 1}`,
        index % 10 === 3 ? 'failed' : 'finished',
        index % 50 === 0 ? '["baseline"]' : '[]',
        `group-${index % 40}`,
        endedAt,
        createdAt,
        endedAt,
        endedAt,
        JSON.stringify(config),
        JSON.stringify(run.summary),
        'whole',
      ],
      values: values.flatMap((value, position) => {
        if (value === undefined) return []
        return typeof value === 'string'
          ? [{ position, number: TEXT_RANK, text: value }]
          : [{ position, number: value, text: '' }]
      }),
    }
  }
}

/** As long as what the stock client writes about itself into each config. */
const CLIENT_NOTES = { python_version: '3.12.7', cli_version: '0.30.0', m: 'x'.repeat(500), t: [1, 5, 41, 49, 53, 55] }

function makeRun(index: number) {
  const noise = (salt: number): number => {
    let bits = Math.imul(index ^ Math.imul(salt, 0x9e3779b1), 0x85ebca6b)
    bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
    return ((bits ^ (bits >>> 16)) >>> 0) / 4_294_967_296
  }
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
