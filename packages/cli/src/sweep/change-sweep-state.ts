import { CliUpsertSweepDocument } from '@slipway/api'
import type { CommandResult } from '../command-result.ts'
import { connect } from '../connection.ts'
import type { Terminal } from '../terminal.ts'
import { findSweep, type SweepPlaceOptions } from './find-sweep.ts'

/** What a person may do to a sweep. */
export type SweepStateVerb = 'pause' | 'resume' | 'stop' | 'cancel'

/** The states that the stock client asks for with the same words. Source: wandb client, wandb sweep. */
const STATES: Readonly<Record<SweepStateVerb, string>> = {
  pause: 'PAUSED',
  resume: 'RUNNING',
  stop: 'FINISHED',
  cancel: 'CANCELED',
}

const DONE: Readonly<Record<SweepStateVerb, string>> = {
  pause: 'Paused sweep {sweep}. Runs that have started go on. Resume it with: slipway sweep resume {sweep}',
  resume: 'Resumed sweep {sweep}.',
  stop: 'Stopped sweep {sweep}. Runs that have started go on to their end.',
  cancel: 'Cancelled sweep {sweep}. Its runs are asked to stop.',
}

/** Pauses, resumes, stops or cancels a sweep. */
export async function changeSweepState(
  terminal: Terminal,
  verb: SweepStateVerb,
  id: string,
  options: SweepPlaceOptions,
): Promise<CommandResult> {
  const connection = await connect(terminal)
  const found = await findSweep(connection, id, options)
  const answer = await connection.api.request(CliUpsertSweepDocument, { input: { id: found.id, state: STATES[verb] } })
  return {
    document: answer.upsertSweep?.sweep ?? found,
    text: DONE[verb].replaceAll('{sweep}', found.name),
  }
}
