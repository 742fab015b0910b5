import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { benchmarks } from './benchmarks.ts'
import { readOptions } from './options.ts'

function bench(...arguments_: readonly string[]) {
  const program = fileURLToPath(new URL('main.ts', import.meta.url))
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...arguments_], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

function chosen(...arguments_: readonly string[]) {
  const options = readOptions(arguments_)
  return options.kind === 'run' ? options.names : options
}

test('--help names each benchmark with what it measures, and how to choose', () => {
  const { status, stdout, stderr } = bench('--help')
  expect([status, stderr]).toEqual([0, ''])
  for (const [name, { about }] of benchmarks) expect(stdout).toMatch(new RegExp(`^ {2}${name} +${about}$`, 'mu'))
  expect(stdout).toContain('--only NAME')
  expect(stdout).toContain('npm run bench -- --only runs')
  expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120)
})

test('a benchmark that there is none of is refused with those that there are, before anything is measured', () => {
  for (const arguments_ of [['nothing'], ['--only', 'runs,nothing'], ['runs', '--only', 'nothing']]) {
    const { status, stdout, stderr } = bench(...arguments_)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain('Cannot run benchmark "nothing": there is none of that name. Choose from start, launch')
  }
  const { status, stderr } = bench('--every')
  expect([status, stderr]).toEqual([
    2,
    "Cannot read the arguments: Unknown option '--every'. `--help` says which there are.\n",
  ])
})

test('--only chooses benchmarks, alone, several times and with commas, and without it all run', () => {
  expect(chosen('--only', 'runs')).toEqual(['runs'])
  expect(chosen('--only', 'web', '--only', 'history,start')).toEqual(['start', 'history', 'web'])
  expect(chosen('web', '--json')).toEqual(['web'])
  expect(chosen()).toEqual([...benchmarks.keys()])
})
