import { readFile, rename, writeFile } from 'node:fs/promises'
import { InvalidInputError } from '@slipway/core'

/** How far a run has been sent. Kept in the run's folder, so that sending goes on where it ended. */
export interface SendState {
  /** The server that has it. */
  readonly baseUrl: string
  /** The id of the run on the wire. */
  readonly storageId: string
  readonly entity: string
  readonly project: string
  readonly displayName: string
  /** The number that the first line of the file has on the server; not 0 for a run that was resumed. */
  readonly firstHistoryLine: number
  readonly firstOutputLine: number
  /** Lines of the file that the server has. */
  readonly historyLines: number
  readonly outputLines: number
  /** The byte from which on the file is still to be sent. */
  readonly position: number
  /** True once the server knows that the run has ended. */
  readonly isComplete: boolean
}

const FILE = 'sent.json'

/** Reads how far the run in a folder has been sent; null when nothing has. */
export async function readSendState(folder: string): Promise<SendState | null> {
  const text = await readFile(`${folder}/${FILE}`, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  })
  if (text === null) return null
  try {
    return JSON.parse(text) as SendState
  } catch (cause) {
    throw new InvalidInputError(
      `Cannot go on sending "${folder}": its file ${FILE} is damaged. Delete that file to send the run from its start.`,
      { cause },
    )
  }
}

/** Writes how far the run has been sent, whole or not at all. */
export async function writeSendState(folder: string, state: SendState): Promise<void> {
  const temporary = `${folder}/.${FILE}`
  await writeFile(temporary, `${JSON.stringify(state)}\n`, { mode: 0o600 })
  await rename(temporary, `${folder}/${FILE}`)
}
