import { expect, test } from 'vitest'
import { commandOf, gitAddressOf } from './overview/run-machine.ts'
import { reasonOf, shownState } from './run-state.ts'

const RUN = { state: 'running', stopped: false, exitcode: null, heartbeatAt: null, runQueueItem: null }

test('a run that was asked to stop says so while it still runs', () => {
  expect(shownState({ ...RUN, stopped: true })).toBe('stopping')
  expect(shownState({ ...RUN, state: 'killed', stopped: true })).toBe('killed')
})

test('each end has its reason', () => {
  expect(reasonOf({ ...RUN, state: 'failed', exitcode: 3 }, 0)).toBe('The program ended with exit code 3.')
  const heartbeatAt = new Date(0).toISOString()
  expect(reasonOf({ ...RUN, state: 'crashed', heartbeatAt }, 600_000)).toContain('since 10 minutes ago')
  expect(reasonOf({ ...RUN, state: 'finished' }, 0)).toBe(null)
})

test('a command can be typed as it is shown', () => {
  const info = { os: null, python: null, gpu: null, gpuCount: null, cpuCount: null, git: null }
  const runInfo = { ...info, executable: '/usr/bin/python3', program: 'a b.py', args: ['--x', "it's"] }
  expect(commandOf({ runInfo })).toBe(`python3 'a b.py' --x 'it'\\''s'`)
})

test('a commit leads to a web page only, and never with a password', () => {
  const commit = 'a'.repeat(40)
  expect(gitAddressOf('git@github.com:ann/vision.git', commit)).toBe(`https://github.com/ann/vision/commit/${commit}`)
  expect(gitAddressOf('https://ann:secret@git.example/vision', commit)).toBe(
    `https://git.example/vision/commit/${commit}`,
  )
  expect(gitAddressOf('javascript:alert(1)', commit)).toBe(null)
  expect(gitAddressOf('https://git.example/vision', 'not a commit')).toBe(null)
})
