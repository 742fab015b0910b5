import { expect, test } from 'vitest'
import { describeHardware, describeRoom } from './read-hardware.ts'

test('equal GPUs are counted', () => {
  const gpu = { name: 'NVIDIA A100', memoryBytes: 80e9 }
  const hardware = { cpuCount: 64, memoryBytes: 512e9, os: 'Linux 6.1 (x64)', gpus: [gpu, gpu, { name: 'NVIDIA T4' }] }
  expect(describeHardware({ hardware })).toEqual([
    '64 CPUs',
    '512 GB memory',
    '2 × NVIDIA A100 (80 GB)',
    'NVIDIA T4',
    'Linux 6.1 (x64)',
  ])
})

test('a machine without a GPU says so, and an agent that says nothing has nothing', () => {
  expect(describeHardware({ hardware: { cpuCount: 1, gpus: [] } })).toEqual(['1 CPU', 'no GPU'])
  expect(describeHardware(null)).toEqual([])
  expect(describeHardware({ hardware: 'much' })).toEqual([])
})

test.each([
  [{ max_jobs: 4 }, 'at most 4 at once'],
  [{ max_jobs: -1 }, 'no limit'],
  [{}, null],
])('%j is room for: %s', (config, words) => {
  expect(describeRoom(config)).toBe(words)
})
