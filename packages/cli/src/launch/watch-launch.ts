import type { ApiClient } from '@slipway/sdk'
import type { CommandResult } from '../command-result.ts'
import { FAILED_EXIT_CODE, INTERRUPTED_EXIT_CODE } from '../exit-code.ts'
import { followItem } from '../item/follow-item.ts'
import { ITEM_END_STATES } from '../item/item-states.ts'
import { startStatusLine } from '../status-line.ts'
import { listenForStop } from '../stop-signal.ts'
import type { Terminal } from '../terminal.ts'

/** What each state means for a person who waits. */
const STATE_WORDS: Readonly<Record<string, string>> = {
  pending: 'waiting for an agent',
  leased: 'an agent prepares it',
  claimed: 'an agent runs it',
}

/**
 * Shows state and output of an item until it ends. The output goes to stdout, or to stderr where stdout is for JSON; the
 * states go to stderr. Ctrl-C leaves the item running. The exit code is 0 only for a run that finished.
 */
export async function watchLaunch(
  terminal: Terminal,
  api: ApiClient,
  id: string,
  shown: { readonly document: object; readonly isJson: boolean },
): Promise<CommandResult> {
  const output = shown.isJson ? terminal.stderr : terminal.stdout
  let state = ''
  let endsInLine = true
  let run: string | null = null
  let end: { readonly exitCode: number | null; readonly reason: string | null; readonly stage: string | null } = {
    exitCode: null,
    reason: null,
    stage: null,
  }
  const stopped = new AbortController()
  using stop = listenForStop(() => undefined)
  void stop.asked.then(() => stopped.abort())
  using status = startStatusLine(terminal, 'waiting for an agent')
  for await (const progress of followItem(api, id, stopped.signal)) {
    status.clear()
    const place = progress.run?.project ?? null
    if (progress.run !== null && place !== null && run === null) {
      run = `${place.entityName}/${place.name}/${progress.run.name}`
      terminal.stderr.write(`Run ${run}\n`)
    }
    const text = progress.log?.text ?? ''
    output.write(text)
    if (text !== '') endsInLine = text.endsWith('\n')
    // A program may write the end of a line by itself, later than the line.
    status.hold(!endsInLine)
    state = progress.state
    end = progress
    status.set(STATE_WORDS[state] ?? state)
  }
  status.clear()
  if (!endsInLine) output.write('\n')
  if (stopped.signal.aborted && !ITEM_END_STATES.has(state)) {
    return {
      document: { ...shown.document, state, run, exitCode: null, reason: null, stage: null },
      text: `Item ${id} goes on. Follow it with: slipway item logs ${id} --follow\nEnd it with: slipway item cancel ${id}`,
      exitCode: INTERRUPTED_EXIT_CODE,
    }
  }
  const exitCode = state === 'finished' ? 0 : FAILED_EXIT_CODE
  const details = [
    end.stage === null ? null : `stage ${end.stage}`,
    end.exitCode === null ? null : `exit code ${end.exitCode}`,
  ].filter((detail) => detail !== null)
  const ending = `${state}${details.length === 0 ? '' : ` (${details.join(', ')})`}${end.reason === null ? '' : `: ${end.reason}`}`
  return {
    document: { ...shown.document, state, run, exitCode: end.exitCode, reason: end.reason, stage: end.stage },
    text: `Item ${id} ${ending}`,
    exitCode,
  }
}
