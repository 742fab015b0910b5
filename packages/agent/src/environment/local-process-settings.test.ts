import { findSchemaProblems, type JsonObject, resourceSettingsSchema } from '@slipway/core'
import { expect, test } from 'vitest'
import { parseLocalProcessSettings } from './local-process-settings.ts'

const SAMPLES: readonly JsonObject[] = [
  {},
  { environment: 'inherit' },
  { environment: 'uv', python: 'python3.12', env: { A: '1', B: 2, C: false } },
  { python: null, start_timeout_seconds: null, stop_grace_seconds: 604_800 },
  { environment: 'conda' },
  { environment: null },
  { python: '' },
  { python: 3 },
  { env: [] },
  { env: { '1A': 'x' } },
  { env: { 'A-B': 'x' } },
  { env: { A: null } },
  { env: { A: ['x'] } },
  { start_timeout_seconds: -1 },
  { start_timeout_seconds: '60' },
  { stop_grace_seconds: 604_801 },
  { stop_grace_seconds: 0.5 },
  { cwd: '/data' },
]

test.each(SAMPLES.map((settings) => [JSON.stringify(settings), settings] as const))(
  'editors and the agent are of one mind about %s',
  (_text, settings) => {
    const schema = resourceSettingsSchema('local-process') ?? {}
    expect(findSchemaProblems(schema, settings).length === 0).toBe(isTaken(settings))
  },
)

function isTaken(settings: JsonObject): boolean {
  try {
    parseLocalProcessSettings(settings)
    return true
  } catch {
    return false
  }
}
