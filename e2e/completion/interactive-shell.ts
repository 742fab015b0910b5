import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A shell with line editing on a terminal of its own, as a person has it. */
export interface InteractiveShell extends AsyncDisposable {
  /** Types a text and presses tab; answers with the command line as it stands then. The line is empty again afterwards. */
  complete(text: string): Promise<string>
  /** Types a text and presses tab twice; answers with what the shell shows beside the line, once that holds these words. */
  list(text: string, words: readonly string[]): Promise<string>
}

/** Where a shell runs. `environment` must lead to `slipway`, and its HOME is where completion was installed. */
export interface ShellPlace {
  readonly folder: string
  readonly environment: Readonly<Record<string, string>>
}

const DEADLINE_MS = 200_000
const MARK = 'READY<>'

// Each shell prints the line that is being typed when it is asked to by a key of its own.
const SHOW_LINE = {
  bash: String.raw`PS1='READY''<> '; bind 'set bell-style none'; bind 'set completion-query-items 0'; bind 'set page-completions off'
show() { printf '\nLINE<%s>\n' "$READLINE_LINE"; }; bind -x '"\C-xp": show'`,
  zsh: String.raw`PS1='READY''<> '; unsetopt beep list_beep prompt_cr prompt_sp; LISTMAX=1000
show() { zle -I; print -r -- "LINE<$BUFFER>"; }; zle -N show; bindkey '^Xp' show; bindkey '^U' kill-whole-line`,
} as const

/** Tells whether a shell is installed. With CI=true a missing one is an error. */
export function hasShell(name: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${name}`], { stdio: 'ignore' })
    return true
  } catch (error) {
    if (process.env.CI === 'true') throw error
    return false
  }
}

/** Starts a shell that reads its usual start file, into which completion was installed before. */
export async function startShell(name: 'bash' | 'zsh', place: ShellPlace): Promise<InteractiveShell> {
  const startFile = join(place.folder, `.${name}rc`)
  await mkdir(place.folder, { recursive: true })
  await writeFile(startFile, `${await readFile(startFile, 'utf8')}\n${SHOW_LINE[name]}\n`)
  const command = name === 'bash' ? 'bash -i' : 'zsh -i'
  const child = spawn('script', ['--quiet', '--return', '--flush', '--command', command, '/dev/null'], {
    cwd: place.folder,
    env: { ...place.environment, TERM: 'dumb', COLUMNS: '200' },
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk))
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (output += chunk))

  async function until<T>(what: string, find: () => T | null): Promise<T> {
    const deadline = performance.now() + DEADLINE_MS
    for (;;) {
      const found = find()
      if (found !== null) return found
      if (performance.now() > deadline) throw new Error(`${name} did not show ${what}; it showed: ${output}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  async function showLine(): Promise<string> {
    child.stdin.write('\u0018p')
    return until('its line', () => /LINE<(.*)>\r?\n/.exec(output)?.[1] ?? null)
  }
  function clear(): void {
    output = ''
    child.stdin.write('\u0015')
  }

  await until('its prompt', () => (output.includes(MARK) ? true : null))
  return {
    async complete(text) {
      output = ''
      child.stdin.write(`${text}\t`)
      const line = await showLine()
      clear()
      return line
    },
    async list(text, words) {
      output = ''
      child.stdin.write(`${text}\t\t`)
      const shown = await until(words.join(' and '), () =>
        words.every((word) => output.includes(word)) ? output : null,
      )
      clear()
      return shown
    },
    async [Symbol.asyncDispose]() {
      const ended = once(child, 'close')
      // The group has the terminal's program and the shell, which leads a session of its own and ends with its terminal.
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL')
      await ended
    },
  }
}
