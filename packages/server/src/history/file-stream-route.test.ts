import { gzipSync } from 'node:zlib'
import { describeOnEachDatabase, startTestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { makeRun, readRun, readSteps, rows, send } from './testing/one-run.ts'

describeOnEachDatabase('the file stream', (databases) => {
  test('a gzip body is taken, and one that expands without end is refused', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server)
    const body = { files: { 'wandb-history.jsonl': { offset: 0, content: rows(0, 3) } } }
    const headers = { 'content-encoding': 'gzip' }
    expect((await send(server, gzipSync(JSON.stringify(body)), { headers })).status).toBe(200)
    expect((await send(server, gzipSync(Buffer.alloc(80 * 1024 * 1024, ' ')), { headers })).status).toBe(413)
    expect((await send(server, Buffer.from('not gzip'), { headers })).status).toBe(400)
    expect((await send(server, '{}', { headers: { 'content-encoding': 'br' } })).status).toBe(400)
    expect(await readSteps(server)).toEqual([0, 1, 2])
  })

  test('a body that is wrong anywhere writes nothing', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server)
    const good = { offset: 0, content: rows(0, 2) }
    const bodies = [
      '{"files": ',
      '[]',
      { files: [] },
      { files: { 'wandb-history.jsonl': good, 'output.log': { offset: -1, content: ['x'] } } },
      { files: { 'wandb-history.jsonl': good, 'output.log': { offset: 1.5, content: ['x'] } } },
      { files: { 'wandb-history.jsonl': good, 'output.log': { offset: 0, content: [7] } } },
      { files: { 'wandb-history.jsonl': good, 'wandb-summary.json': { offset: 0, content: ['[1]'] } } },
      { files: { 'wandb-history.jsonl': good }, complete: true, exitcode: 'one' },
      { files: { 'wandb-history.jsonl': { offset: 0, content: [...good.content, 'not json'] } } },
      { files: { 'wandb-history.jsonl': { offset: 0, content: [...good.content, '[1]'] } } },
      { files: { 'wandb-events.jsonl': { offset: 0, content: [''] }, 'wandb-history.jsonl': good } },
      { files: { 'wandb-history.jsonl': { offset: 0, content: [`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`] } } },
    ]
    for (const body of bodies) expect((await send(server, body)).status).toBe(400)
    expect(await readRun(server, 'historyLineCount logLineCount state')).toEqual({
      historyLineCount: 0,
      logLineCount: 0,
      state: 'running',
    })
  })

  test('a run that does not exist, is deleted, or is of others cannot be written to', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const id = await makeRun(server)
    expect((await send(server, {}, { run: 'unknown' })).status).toBe(404)
    const bob = await server.addUser('bob')
    const headers = { authorization: `Basic ${Buffer.from(`api:${bob}`).toString('base64')}` }
    expect((await send(server, {}, { headers })).status).toBe(404)
    expect((await fetch(`${server.url}/files/admin/p/r/file_stream`, { method: 'POST' })).status).toBe(401)
    await server.request('mutation($id: ID!) { deleteRun(input: {id: $id}) { clientMutationId } }', { id })
    expect((await send(server, {})).status).toBe(410)
  })

  test('the answer says that a stop was asked for, and the run then ends as killed', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const id = await makeRun(server)
    expect(await (await send(server, {})).json()).toEqual({})
    await server.request('mutation($id: ID!) { stopRun(input: {id: $id}) { success } }', { id })
    expect(await (await send(server, {})).json()).toEqual({ stopped: true })
    await send(server, { complete: true, exitcode: 255 })
    expect((await readRun(server, 'state')).state).toBe('killed')
  })
})
