import { mkdir } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { ConflictError } from '@slipway/core'
import { readFileIfThere, writeWholeFile } from './write-file.ts'

/** The folder in which an agent keeps what must survive it: its id, its items and its caches. */
export interface StateFolder {
  readonly path: string
  /** The folder of one item. */
  itemFolder(itemId: string): string
  readonly itemsPath: string
  readonly cachePath: string
  readAgentId(): Promise<string | null>
  writeAgentId(id: string): Promise<void>
  /** Lets another agent use the folder. */
  release(): void
}

/**
 * Takes a state folder for this process alone; throws ConflictError while another agent holds it. The lock is one of the
 * operating system on a file, so that it ends with the process, however that ends, and a stale one cannot exist; a file
 * with a process number in it was rejected because two agents that find it stale at once may both take it over.
 */
export async function openStateFolder(path: string): Promise<StateFolder> {
  await mkdir(`${path}/items`, { recursive: true, mode: 0o700 })
  await mkdir(`${path}/cache`, { recursive: true, mode: 0o700 })
  const lock = takeLock(path)
  return {
    path,
    itemsPath: `${path}/items`,
    cachePath: `${path}/cache`,
    itemFolder: (itemId) => `${path}/items/${folderName(itemId)}`,
    readAgentId: async () => (await readFileIfThere(`${path}/agent-id`))?.trim() ?? null,
    writeAgentId: (id) => writeWholeFile(`${path}/agent-id`, `${id}\n`),
    release: () => lock.close(),
  }
}

/** A file name for an id that the server chose: it may hold characters that lead out of a folder. */
function folderName(id: string): string {
  return /^[\w-]{1,100}$/.test(id) ? id : `_${Buffer.from(id).toString('hex')}`
}

function takeLock(path: string): DatabaseSync {
  const lock = new DatabaseSync(`${path}/lock`)
  try {
    lock.exec('begin exclusive')
    return lock
  } catch (cause) {
    lock.close()
    throw new ConflictError(
      `Cannot use the agent folder "${path}": another launch agent runs with it. Stop that one, or choose another folder.`,
      { cause },
    )
  }
}
