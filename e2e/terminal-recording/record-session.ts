import { makePagePlace } from '../documents/page-place.ts'
import { fixVaryingParts } from './fix-varying-parts.ts'
import { readScreen, type ScreenLine } from './read-screen.ts'
import { PROGRAM, SESSION, type SessionCommand } from './session.ts'

/** The width of the terminal. */
export const COLUMNS = 91

/** A command of the session with what it wrote to the terminal. */
export interface RecordedCommand extends SessionCommand {
  readonly output: readonly ScreenLine[]
}

/** Runs the session against a server of its own, each command on a pseudo terminal. */
export async function recordSession(python: string): Promise<readonly RecordedCommand[]> {
  // The recording is about what Slipway says, not the client.
  await using place = await makePagePlace(python, { TERM: 'xterm-256color', WANDB_SILENT: 'true' })
  await place.write('train.py', PROGRAM)
  await place.startServer()
  const runIds: string[] = []
  const recorded: RecordedCommand[] = []
  for (const step of SESSION) {
    const { output } = await place.shell.run(onTerminal(step.command))
    recorded.push({ ...step, output: await readScreen(fixVaryingParts(place.rename(output), runIds), COLUMNS) })
  }
  return recorded
}

// `script` of util-linux gives a command a terminal and passes on what the command writes to it.
function onTerminal(command: string): string {
  return `script --quiet --flush --command 'stty cols ${COLUMNS} rows 50; ${command}' /dev/null`
}
