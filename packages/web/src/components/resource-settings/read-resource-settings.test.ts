import { describe, expect, test } from 'vitest'
import { readResourceSettings } from './read-resource-settings.ts'
import { suggestResourceSettings } from './suggest-resource-settings.ts'

describe('resource settings', () => {
  test('are read, and what an agent would refuse is told with its place', () => {
    const read = readResourceSettings('local-process', 'env:\n  A: 1\n  B: [2]\nwrong: 1\n')
    expect(read.settings).toEqual({ env: { A: 1, B: [2] }, wrong: 1 })
    expect(read.fault).toBeNull()
    expect(read.doubts.map(({ line, severity }) => [line, severity])).toEqual([
      [3, 'warning'],
      [4, 'warning'],
    ])
  })

  test('that cannot be read say where', () => {
    const { settings, fault } = readResourceSettings('local-process', 'env: [1\n')
    expect([settings, fault?.line]).toEqual([null, expect.any(Number)])
  })

  test('with a template variable are for its type to judge', () => {
    expect(readResourceSettings('local-process', 'start_timeout_seconds: "{{seconds}}"\n').doubts).toEqual([])
    expect(readResourceSettings('slurm', 'mem: 8G\n').doubts).toEqual([])
    expect(readResourceSettings('local-process', ' \n')).toEqual({ settings: {}, fault: null, doubts: [] })
  })

  test('get suggestions of keys and values, and of what the queue sets', () => {
    const suggest = suggestResourceSettings('local-process', { env: { OMP_NUM_THREADS: '2' } })
    const labels = (text: string) => suggest(text, text.length)?.options.map(({ label }) => label)
    expect(labels('')).toEqual(['environment', 'python', 'env', 'start_timeout_seconds', 'stop_grace_seconds'])
    expect(labels('environment: ')).toEqual(['inherit', 'uv', 'pip', 'npm'])
    expect(labels('env:\n  ')).toEqual(['OMP_NUM_THREADS'])
    expect(suggestResourceSettings('kubernetes', {})('spec:\n  template:\n    ', 23)?.options[0]?.label).toBe(
      'metadata',
    )
  })
})
