import type { Command } from 'commander'
import { findLogin } from '../login/find-login.ts'
import type { Terminal } from '../terminal.ts'
import { completionCacheFolder, openAnswerCache } from './answer-cache.ts'
import { complete } from './complete.ts'
import { formatCompletion, SHELLS } from './format-completion.ts'
import { createServerAnswers, type ServerAnswers } from './server-answers.ts'
import { readTypedWord } from './typed-word.ts'

/** How long the server may take. With the start of Node and the rest, a whole completion then stays under 200 ms. */
const SERVER_MS = 150

/**
 * Answers a shell that completes a command line: `SHELL WORD...`, the last word being the one to complete, each as it was
 * typed. Whatever goes wrong, nothing is said: a message in the middle of a command line helps nobody.
 */
export async function runCompletion(
  arguments_: readonly string[],
  terminal: Terminal,
  createProgram: () => Command,
): Promise<void> {
  const [name, ...typed] = arguments_
  const shell = SHELLS.find((known) => known === name)
  if (shell === undefined) return
  try {
    const words = typed.map(readTypedWord)
    const last = words.at(-1) ?? { text: '', openQuote: null }
    const before = words.slice(0, -1).map(({ text }) => text)
    const answers = await openAnswers(terminal)
    const { environment, workingFolder } = terminal
    const deps = { program: createProgram(), answers, environment, workingFolder }
    terminal.stdout.write(formatCompletion(shell, await complete(deps, before, last.text), last))
  } catch {
    // As said above.
  }
}

async function openAnswers(terminal: Terminal): Promise<ServerAnswers | null> {
  try {
    const login = await findLogin(terminal)
    const cache = openAnswerCache(completionCacheFolder(terminal), login, Date.now)
    const given = Number(terminal.environment['SLIPWAY_COMPLETION_TIMEOUT_MS'])
    return createServerAnswers(login, cache, AbortSignal.timeout(given > 0 ? given : SERVER_MS))
  } catch {
    return null
  }
}
