import { InvalidInputError, nearestName } from '@slipway/core'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import type { Terminal } from '../terminal.ts'
import { type Shell, SHELLS } from './format-completion.ts'
import { completionPlace, type FileChange, installCompletion, uninstallCompletion } from './install-completion.ts'
import { readShellScript } from './shell-script.ts'

/** Options of `slipway completion`. */
export interface CompletionOptions extends CommonOptions {
  readonly install?: boolean
  readonly uninstall?: boolean
}

/** Prints the completion script of a shell, puts it in place, or takes it away. */
export async function showCompletion(
  terminal: Terminal,
  name: string,
  options: CompletionOptions,
): Promise<CommandResult> {
  const shell = readShell(name)
  if (options.install === true && options.uninstall === true) {
    throw new InvalidInputError('Cannot both install and uninstall completion: give --install or --uninstall.')
  }
  const place = completionPlace(shell, terminal)
  if (options.install === true) {
    const changes = await guard(place.scriptFile, () => installCompletion(shell, place))
    return {
      document: { shell, changes },
      text: `${describe(changes)}\nOpen a new shell to use it. Undo it with: slipway completion ${shell} --uninstall`,
    }
  }
  if (options.uninstall === true) {
    const changes = await guard(place.scriptFile, () => uninstallCompletion(place))
    return {
      document: { shell, changes },
      text: `${describe(changes)}\nShells that run already keep it until they end.`,
    }
  }
  const script = await readShellScript(shell)
  return { document: { shell, script }, text: script.trimEnd() }
}

function readShell(name: string): Shell {
  const shell = SHELLS.find((known) => known === name)
  if (shell !== undefined) return shell
  const nearest = nearestName(name, SHELLS)
  const hint = nearest === null ? '' : ` Did you mean ${nearest}?`
  throw new InvalidInputError(`Cannot complete in "${name}": there are scripts for ${SHELLS.join(', ')}.${hint}`)
}

async function guard<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new InvalidInputError(
      `Cannot put completion in place: ${reason}. Make the folder of "${file}" writable, or keep the script elsewhere: slipway completion SHELL > FILE.`,
      { cause },
    )
  }
}

function describe(changes: readonly FileChange[]): string {
  return changes.map(({ file, change }) => `${file}: ${change}`).join('\n')
}
