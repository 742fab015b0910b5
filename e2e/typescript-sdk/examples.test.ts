import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startTestServer, type TestServer } from '@slipway/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeProgramFolder, type ProgramFolder } from './program.ts'

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

let server: TestServer
let folder: ProgramFolder
beforeAll(async () => {
  server = await startTestServer()
  folder = await makeProgramFolder(server)
})
afterAll(async () => {
  await folder[Symbol.asyncDispose]()
  await server.stop()
})

const lastLoss = async (): Promise<number> => {
  const answer = await server.request(
    '{ project(name: "examples") { runs(first: 1, order: "-created_at") { edges { node { state summaryMetrics } } } } }',
  )
  const [edge] = answer.data.project.runs.edges
  expect(edge.node.state).toBe('finished')
  return JSON.parse(edge.node.summaryMetrics).loss
}

test.each(['typescript-run-config', 'typescript-zod', 'typescript-config-files'])(
  'the example %s learns',
  async (name) => {
    await cp(at(`examples/${name}`), folder.path, { recursive: true })
    const source = await readFile(join(folder.path, 'train.ts'), 'utf8')
    const ended = await folder.start(source, { WANDB_PROJECT: 'examples' }).end
    expect(ended).toMatchObject({ code: 0 })
    expect(await lastLoss()).toBeLessThan(0.5)
  },
)

test.each(['README.md', 'packages/sdk/README.md', 'docs/reference/sdk.md'])(
  'the program that %s shows runs',
  async (page) => {
    const text = await readFile(at(page), 'utf8')
    const source = [...text.matchAll(/```ts\n([^]*?)```/g)]
      .map(([, code = '']) => code)
      .find((code) => code.includes('await init('))
    // The reference shows how a function is called, without where it comes from.
    const program =
      source?.includes('import ') === true ? source : `import { init } from '@slipway/sdk'\n${source ?? ''}`
    await writeFile(join(folder.path, 'package.json'), '{"type": "module"}')
    expect(await folder.start(program, { WANDB_PROJECT: 'examples' }).end).toMatchObject({ code: 0 })
    expect(await lastLoss()).toBeLessThan(0.5)
  },
)
