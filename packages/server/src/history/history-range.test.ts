import { describeOnEachDatabase, startTestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { SEGMENT_LINES } from './compactor.ts'
import { streamClient } from './testing/stream-client.ts'

const COUNT = SEGMENT_LINES + 40
const RANGES = [
  [0, 0],
  [4, 13],
  [1001, 1200],
  [2 * SEGMENT_LINES - 6, 2 * SEGMENT_LINES + 20],
  [2 * COUNT, 2 * COUNT + 5],
] as const

/** A line as it is sent, and as it is read with the step that it has. */
interface Logged {
  readonly step: number
  readonly sent: string
  readonly read: string
}

function plainLine(line: number): Logged {
  // Steps with a gap of one, and in each run of ten two in the other order.
  const step = 2 * (line % 10 === 3 ? line + 1 : line % 10 === 4 ? line - 1 : line)
  const sent = JSON.stringify({ a: line, _step: step })
  return { step, sent, read: sent }
}

/** Some have no step of their own, although its name is in them. */
function oddLine(line: number): Logged {
  const plain = plainLine(line)
  if (line % 50 === 7) {
    const rest = `"a":{"_step":${line + 1}},"b":${JSON.stringify('"_step":1')}}`
    return { step: line, sent: `{${rest}`, read: `{"_step":${line},${rest}` }
  }
  if (line % 50 !== 8) return plain
  const sent = `{"_step": ${plain.step}, "nested": {"x": 1}}`
  return { step: plain.step, sent, read: sent }
}

describeOnEachDatabase('a range of steps of a history', (databases) => {
  for (const [what, lineOf] of [
    ['that are alike', plainLine],
    ['of any form', oddLine],
  ] as const) {
    test(`has just the lines whose steps are in it, in segments and after them, with lines ${what}`, async () => {
      await using server = await startTestServer({ database: await databases.create() })
      await server.request('mutation { upsertBucket(input: { modelName: "p", name: "r" }) { inserted } }')
      const client = streamClient(server, 'r', server.apiKey)
      const lines = Array.from({ length: COUNT }, (_, line) => lineOf(line))
      for (let offset = 0; offset < COUNT; offset += 2000)
        await client.history(
          offset,
          lines.slice(offset, offset + 2000).map(({ sent }) => sent),
        )
      await client.send({ complete: true, exitcode: 0 })
      for (const [minStep, maxStep] of RANGES) {
        const { history } = await client.read(`history(minStep: ${minStep}, maxStep: ${maxStep})`)
        const expected = lines.filter(({ step }) => step >= minStep && step < maxStep).map(({ read }) => read)
        expect({ minStep, history }).toEqual({ minStep, history: expected })
      }
    })
  }
})
