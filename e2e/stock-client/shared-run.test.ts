import { describeWithEachClient } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { openLaboratory } from './laboratory.ts'

const RANKS = [0, 1, 2]
const ROWS = 300

interface ReadRun {
  readonly config: string
  readonly summaryMetrics: string
  readonly history: readonly string[]
  readonly logLines: { readonly edges: readonly { readonly node: { readonly line: string } }[] }
}

describeWithEachClient('a run that several stock clients write to in shared mode', (client) => {
  test('has every row, console line, input and last value of each', async () => {
    await using laboratory = await openLaboratory(client)
    const programs = RANKS.map((rank) => laboratory.run('share_run.py', 'together', String(rank), String(ROWS)))
    await Promise.all(programs)
    const answer = await laboratory.server.request(
      `{ project(name: "lab") { run(name: "together") { config summaryMetrics history(minStep: 0, maxStep: 10000)
        logLines(first: 1000) { edges { node { line } } } } } }`,
    )
    const run: ReadRun = answer.data.project.run
    const history = run.history.map((line) => JSON.parse(line) as Readonly<Record<string, number>>)
    const summary = JSON.parse(run.summaryMetrics)
    const config = JSON.parse(run.config)
    for (const rank of RANKS) {
      expect(history.flatMap((row) => row[`loss_${rank}`] ?? [])).toEqual(Array.from({ length: ROWS }, (_, row) => row))
      const lines = run.logLines.edges.map(({ node }) => node.line).filter((line) => line.includes(`rank ${rank}`))
      expect(lines).toEqual(
        Array.from({ length: ROWS / 50 }, (_, index) => `[rank-${rank}] rank ${rank} row ${index * 50}`),
      )
      expect([summary[`loss_${rank}`], config[`rank_${rank}`].value]).toEqual([ROWS - 1, rank])
    }
    expect(history).toHaveLength(RANKS.length * ROWS)
  })
})
