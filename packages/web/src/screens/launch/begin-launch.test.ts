import { encodeJobInputs, inferInputType, isJsonObject, type JsonObject } from '@slipway/core'
import { expect, test } from 'vitest'
import { createInputDraft } from '../../inputs/model/create-draft.ts'
import { serialiseDraft } from '../../inputs/model/stored-draft.ts'
import { beginLaunch } from './begin-launch.ts'
import { buildLaunch } from './build-launch.ts'
import { type DraftStorage, keepDraft } from './draft-store.ts'
import { buildLaunchSearch, searchKey } from './launch-link.ts'
import type { LaunchVersion } from './launch-queries.ts'
import type { LaunchSearch } from './launch-search.ts'
import { NO_BASE, readLaunchSeed } from './launch-seed.ts'
import { NO_SETTINGS } from './launch-settings.ts'

const JOB = 'ann/lab/train:v0'
const PLACE = { username: 'ann', version: JOB, tab: 'this' }
const SETTINGS: readonly LaunchSearch[] = [
  { queue: 'ann/gpu' },
  { priority: 'high' },
  { template: ['gpus=2'] },
  { project: 'other' },
  { name: 'a name' },
  { arg: ['--fast'] },
  { command: 'sh\nrun.sh' },
  { resource: 'cwd: /data' },
]

test.each(SETTINGS)('a link that says %o wins over the draft of the tab', async (said) => {
  const search = { job: JOB, ...said }
  const { state, restoredAt, other } = await begin(search)
  expect(restoredAt).toBeNull()
  expect(await buildLaunchSearch(JOB, state)).toEqual(search)
  expect(other?.savedAt).toBe(1000)
})

test('a link that says the job alone, or what the draft was kept with, gives the draft of the tab back', async () => {
  for (const search of [{ job: JOB }, { job: JOB, queue: 'ann/kept' }]) {
    const { state, restoredAt } = await begin(search)
    expect([restoredAt, state.settings.name]).toEqual([1000, 'kept'])
  }
})

test('the command of a link is read line by line, as it is launched', async () => {
  const { state } = await begin({ job: JOB, command: 'python\ntrain me.py' })
  const asked = { overrides: { config: {}, files: {} }, removals: [], origins: new Map() }
  const { spec } = buildLaunch({ version: createVersion(), asked, settings: state.settings, queue: null })
  expect(spec.overrides.entryPoint).toEqual(['python', 'train me.py'])
})

/** What a form begins with in a tab that has a draft of its own. */
async function begin(search: LaunchSearch) {
  const version = createVersion()
  const storage = createStorage()
  keepDraft(storage, PLACE, {
    savedAt: 1000,
    search: searchKey({ job: JOB, queue: 'ann/kept' }),
    inputs: serialiseDraft(createInputDraft(version)),
    settings: { ...NO_SETTINGS, name: 'kept' },
    base: NO_BASE,
  })
  return beginLaunch({ storage, place: PLACE, version, seed: await readLaunchSeed(version, search), search })
}

function createVersion(): LaunchVersion {
  const defaults: JsonObject = { lr: 1 }
  const config = { type: inferInputType(defaults), schema: null, defaults }
  const inputs = encodeJobInputs({ config, files: {}, isPartial: false, allowsExtraKeys: false })
  if (!isJsonObject(inputs)) throw new Error('no inputs')
  const project = { entityName: 'ann', name: 'lab' }
  return { path: JOB, name: 'train:v0', project, inputs, configFiles: {} } as unknown as LaunchVersion
}

function createStorage(): DraftStorage {
  const items = new Map<string, string>()
  return {
    get length() {
      return items.size
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    removeItem: (key) => void items.delete(key),
    setItem: (key, text) => void items.set(key, text),
  }
}
