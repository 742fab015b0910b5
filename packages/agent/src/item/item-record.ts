import { readFile, readdir, rm, stat } from 'node:fs/promises'
import { isJsonObject } from '@slipway/core'
import { readFileIfThere, writeWholeFile } from '../write-file.ts'
import type { ItemOutcome } from './item-outcome.ts'

/** The program that an item starts, without secrets, so that it can be written down. */
export interface PreparedProgram {
  readonly command: readonly string[]
  readonly workingFolder: string
  /** What the environment adds to the variables, such as a PATH that starts with a virtual environment. */
  readonly variables: Readonly<Record<string, string>>
}

/** How far an item has come. Each step is on disk before the act that it announces. */
type ItemStep =
  | { readonly kind: 'leased' }
  | { readonly kind: 'submitted'; readonly program: PreparedProgram; readonly bootId: string }
  | { readonly kind: 'ended'; readonly outcome: ItemOutcome }
  | { readonly kind: 'reported' }

/** What the agent knows of one run queue item, enough to go on after a kill. Holds no secret of the agent. */
export interface ItemRecord {
  readonly itemId: string
  readonly runId: string
  readonly queueName: string
  readonly queueEntityName: string
  /** The launch spec as it came. */
  readonly runSpec: unknown
  /** Written before the first signal, so that an end by it is told apart from a failure. */
  readonly isStopRequested: boolean
  readonly step: ItemStep
}

const RECORD_FILE = 'record.json'

/** Writes the record of an item into its folder, which is made when it is missing. */
export async function writeItemRecord(folder: string, record: ItemRecord): Promise<void> {
  await writeWholeFile(`${folder}/${RECORD_FILE}`, JSON.stringify(record))
}

/** Reads the records of all items of a state folder that were not reported yet. Folders without one are removed. */
export async function readItemRecords(itemsPath: string): Promise<ItemRecord[]> {
  const records: ItemRecord[] = []
  for (const name of await readdir(itemsPath)) {
    const text = await readFileIfThere(`${itemsPath}/${name}/${RECORD_FILE}`)
    const record = text === null ? null : parseRecord(text)
    if (record === null) await rm(`${itemsPath}/${name}`, { recursive: true, force: true })
    else if (record.step.kind !== 'reported') records.push(record)
  }
  return records
}

/** Removes the folders of items that were reported more than `days` ago. Their programs may have written results there. */
export async function removeOldItems(itemsPath: string, days: number): Promise<void> {
  const limit = Date.now() - days * 86_400_000
  for (const name of await readdir(itemsPath)) {
    const folder = `${itemsPath}/${name}`
    const info = await stat(`${folder}/${RECORD_FILE}`).catch(() => null)
    if (info === null || info.mtimeMs > limit) continue
    const record = parseRecord(await readFile(`${folder}/${RECORD_FILE}`, 'utf8'))
    if (record?.step.kind === 'reported') await rm(folder, { recursive: true, force: true })
  }
}

// Only this program writes these files, and each as a whole, so a form other than its own is what a power cut left. Then
// nothing of the item runs any more, and the server ends it, since no heartbeat names it.
function parseRecord(text: string): ItemRecord | null {
  try {
    const value: unknown = JSON.parse(text)
    return isItemRecord(value) ? value : null
  } catch {
    return null
  }
}

function isItemRecord(value: unknown): value is ItemRecord {
  return isJsonObject(value) && typeof value['itemId'] === 'string' && isJsonObject(value['step'])
}
