import { basename, relative, resolve } from 'node:path'
import { KnownError } from '@slipway/core'
import { type ApiClient, listUnsentRuns, type SyncedRun, syncRun } from '@slipway/sdk'
import type { CommandResult } from '../command-result.ts'
import { connect } from '../connection.ts'
import { exitCodeByError } from '../exit-code.ts'
import { startStatusLine } from '../status-line.ts'
import type { Terminal } from '../terminal.ts'

/** What has become of one folder. */
type SyncOutcome =
  | { readonly folder: string; readonly sent: SyncedRun }
  | { readonly folder: string; readonly error: KnownError }

/** Sends runs from their folders. One that cannot be sent does not keep the others back; its reason is told. */
export async function syncRuns(terminal: Terminal, given: readonly string[]): Promise<CommandResult> {
  const { api } = await connect(terminal)
  const root = resolve(terminal.workingFolder, terminal.environment['WANDB_DIR'] ?? '.', 'wandb')
  const folders =
    given.length > 0 ? given.map((folder) => resolve(terminal.workingFolder, folder)) : await listUnsentRuns(root)
  const outcomes: SyncOutcome[] = []
  for (const [index, folder] of folders.entries())
    outcomes.push(await syncOne(terminal, api, folder, `${index + 1} of ${folders.length}`))
  const failed = outcomes.find((outcome) => 'error' in outcome)
  return {
    document: outcomes.map(toDocument),
    text:
      outcomes.length === 0
        ? `All runs in ${relative(terminal.workingFolder, root) || '.'} are sent.`
        : outcomes.map((outcome) => describe(terminal, outcome)).join('\n'),
    exitCode: failed === undefined ? 0 : exitCodeByError[failed.error.code],
  }
}

async function syncOne(terminal: Terminal, api: ApiClient, folder: string, place: string): Promise<SyncOutcome> {
  using status = startStatusLine(terminal, `Sending ${basename(folder)} (${place})`)
  try {
    const sent = await syncRun(api, folder, {
      onProgress: (sentBytes, allBytes) => {
        const percent = allBytes === 0 ? 100 : Math.floor((sentBytes / allBytes) * 100)
        status.set(`Sending ${basename(folder)} (${place}), ${percent} %`)
      },
      warn(message) {
        status.clear()
        terminal.stderr.write(`${message}\n`)
      },
      signal: new AbortController().signal,
    })
    return { folder, sent }
  } catch (error) {
    if (error instanceof KnownError) return { folder, error }
    throw error
  }
}

function toDocument(outcome: SyncOutcome): unknown {
  if ('error' in outcome) {
    const { code, message } = outcome.error
    return { folder: outcome.folder, error: { code, message } }
  }
  const { path, isChanged, historyLines, exitCode } = outcome.sent
  return { folder: outcome.folder, run: path, isChanged, historyLines, exitCode }
}

function describe(terminal: Terminal, outcome: SyncOutcome): string {
  const name = relative(terminal.workingFolder, outcome.folder) || '.'
  if ('error' in outcome) return `${name}: ${outcome.error.message}`
  const { path, isChanged, historyLines } = outcome.sent
  return isChanged ? `${name}: sent to ${path}, ${historyLines} steps.` : `${name}: ${path} had all of it already.`
}
