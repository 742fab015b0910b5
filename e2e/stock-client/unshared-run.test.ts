import { kill } from 'node:process'
import { describeWithEachClient } from '@slipway/testkit'
import { expect, test, vi } from 'vitest'
import { startProgram } from '../founding-document/run-program.ts'
import { openLaboratory, programPath, type Laboratory } from './laboratory.ts'

const ROWS = 300
const DEADLINE_MS = 120_000

interface ReadRun {
  readonly state: string
  readonly furtherWriters: number
  readonly historyLineCount: number
  readonly history: readonly string[]
  readonly events: readonly string[]
  readonly logLines: { readonly edges: readonly { readonly node: { readonly line: string } }[] }
}

async function readRun({ server }: Laboratory, name: string): Promise<ReadRun | null> {
  const answer = await server.request(
    `query($name: String!) { project(name: "lab") { run(name: $name) { state furtherWriters historyLineCount
      history(minStep: 0, maxStep: 1000000) events(samples: 10000)
      logLines(first: 10000) { edges { node { line } } } } } }`,
    { name },
  )
  return answer.data.project?.run ?? null
}

const rowsOf = (run: ReadRun, writer: string): readonly number[] =>
  run.history.map((line) => JSON.parse(line)).flatMap((row) => (row.writer === writer ? [row.row as number] : []))

const linesOf = (run: ReadRun, writer: string): readonly string[] =>
  run.logLines.edges.map(({ node }) => node.line).filter((line) => line.startsWith(`${writer} `))

/** What a program that ran to its end printed, as a terminal shows it. */
const printedBy = (writer: string): readonly string[] => [
  ...Array.from({ length: ROWS / 20 }, (_, index) => `${writer} prints row ${index * 20}`),
  `${writer} did ${ROWS} of ${ROWS}`,
]

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index)

describeWithEachClient('a run that two stock clients write to, neither of which knows of the other,', (client) => {
  test('has every row, console line and system metric of both', async () => {
    await using laboratory = await openLaboratory(client)
    const writers = ['ada', 'bob']
    await Promise.all(writers.map((name) => laboratory.run('write_run.py', 'twice', name, String(ROWS), '2')))
    const run = await readRun(laboratory, 'twice')
    if (run === null) throw new Error('There is no run')
    for (const writer of writers) {
      expect(rowsOf(run, writer)).toEqual(numbers(ROWS))
      expect(linesOf(run, writer).toSorted()).toEqual(printedBy(writer).toSorted())
    }
    expect(run.history).toHaveLength(ROWS * writers.length)
    expect(new Set(run.events).size).toBe(run.events.length)
    expect(run.furtherWriters).toBe(1)
    expect(run.state).toBe('finished')
  })

  test('keeps what a killed program had sent when it is started again at once', async () => {
    await using laboratory = await openLaboratory(client)
    await using first = startProgram(
      [client.python, programPath('write_run.py'), 'again', 'first', '1000000', '1'],
      laboratory.place,
    )
    await vi.waitFor(
      async () => {
        const run = await readRun(laboratory, 'again')
        if (run === null || run.historyLineCount < 60 || run.events.length < 2) throw new Error('Too little has come')
        if (linesOf(run, 'first').length < 4) throw new Error('Too little is printed')
      },
      { timeout: DEADLINE_MS, interval: 200 },
    )
    const process = /PROCESS (\d+)/u.exec(first.output())?.[1]
    if (process === undefined) throw new Error(`The program has not told its process id:\n${first.output()}`)
    kill(Number(process), 'SIGKILL')
    const before = await readRun(laboratory, 'again')
    await laboratory.run('write_run.py', 'again', 'second', String(ROWS), '1')
    const after = await readRun(laboratory, 'again')
    if (before === null || after === null) throw new Error('There is no run')
    const rows = rowsOf(after, 'first')
    expect(rows).toEqual(numbers(rows.length))
    expect(rows.length).toBeGreaterThanOrEqual(before.history.length)
    expect(after.events).toEqual(expect.arrayContaining([...before.events]))
    // Its progress bar went on until it was killed.
    const printed = linesOf(before, 'first').filter((line) => line.includes('prints'))
    expect(linesOf(after, 'first')).toEqual(expect.arrayContaining(printed))
    expect(rowsOf(after, 'second')).toEqual(numbers(ROWS))
    expect(linesOf(after, 'second').toSorted()).toEqual(printedBy('second').toSorted())
    expect(after.furtherWriters).toBe(1)
  })
})
