import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { formatRecord } from './record.ts'
import { openRecordReader } from './record-reader.ts'
import { type DropReason, openRecordWriter } from './record-writer.ts'

let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipway-records-'))
  file = join(folder, 'records.slipway')
})
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))

test('records that were appended are read, from any place on', async () => {
  const writer = openRecordWriter(
    file,
    () => true,
    () => undefined,
  )
  writer.append(Buffer.from(formatRecord('history', '{"a":1}') + formatRecord('output', 'text')))
  await using reader = await openRecordReader(file)
  const first = await reader.read(0)
  expect(first.records).toEqual([
    { kind: 'history', text: '{"a":1}' },
    { kind: 'output', text: 'text' },
  ])
  writer.append(Buffer.from(formatRecord('end', '{"exitCode":0}')))
  expect((await reader.read(first.end)).records).toEqual([{ kind: 'end', text: '{"exitCode":0}' }])
  writer.close()
})

test('a record that is not whole yet is left for later, and what nobody knows is passed over', async () => {
  await appendFile(file, 'Zfrom a later version\nH{"a":1}\nH{"b"')
  await using reader = await openRecordReader(file)
  const first = await reader.read(0)
  expect(first.records).toEqual([{ kind: 'history', text: '{"a":1}' }])
  await appendFile(file, ':2}\n')
  expect((await reader.read(first.end)).records).toEqual([{ kind: 'history', text: '{"b":2}' }])
})

test('a record longer than what is read at once is read whole', async () => {
  const text = 'x'.repeat(3_000_000)
  await appendFile(file, formatRecord('history', text))
  await using reader = await openRecordReader(file)
  expect((await reader.read(0)).records).toEqual([{ kind: 'history', text }])
})

test('beyond the bound metrics and output are left out and counted, and the rest is kept', async () => {
  const reasons: DropReason[] = []
  const writer = openRecordWriter(
    file,
    (size) => size <= 30,
    (reason) => reasons.push(reason),
  )
  const lines = Array.from({ length: 10 }, (_, step) => formatRecord('history', `{"s":${step}}`)).join('')
  // Cut in the middle of records, as the memory between the threads does.
  const bytes = Buffer.from(`${lines}${formatRecord('output', 'o')}${formatRecord('end', '{}')}`)
  for (let at = 0; at < bytes.length; at += 7) writer.append(bytes.subarray(at, at + 7))
  writer.close()
  const text = await readFile(file, 'utf8')
  const kept = text.split('\n').filter((line) => line.startsWith('H'))
  expect(text.endsWith('E{}\n')).toBe(true)
  expect(kept.length + writer.droppedLines).toBe(11)
  expect(writer.droppedLines).toBeGreaterThan(0)
  expect(kept).toEqual(kept.map((_line, step) => `H{"s":${step}}`))
  expect(new Set(reasons)).toEqual(new Set(['bound']))
})
