import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Terminal } from '../terminal.ts'
import type { Shell } from './format-completion.ts'
import { readShellScript } from './shell-script.ts'

/** Where the completion of a shell is put. */
export interface CompletionPlace {
  readonly scriptFile: string
  /** The file that the shell reads at its start, where it must be told to read the script; null for fish, which finds it. */
  readonly startFile: string | null
}

/** What was done to a file. */
export interface FileChange {
  readonly file: string
  readonly change: 'written' | 'removed' | 'lines added' | 'lines removed' | 'as it was'
}

const BEGIN = '# >>> slipway completion >>>'
const END = '# <<< slipway completion <<<'

/** Where completion belongs: below the person's own folders, so that nothing of the system is touched. */
export function completionPlace(shell: Shell, { environment }: Pick<Terminal, 'environment'>): CompletionPlace {
  const home = environment['HOME'] ?? homedir()
  const config = environment['XDG_CONFIG_HOME'] ?? join(home, '.config')
  const data = environment['XDG_DATA_HOME'] ?? join(home, '.local', 'share')
  switch (shell) {
    case 'fish':
      return { scriptFile: join(config, 'fish', 'completions', 'slipway.fish'), startFile: null }
    case 'bash':
      return { scriptFile: join(data, 'slipway', 'completion.bash'), startFile: join(home, '.bashrc') }
    case 'zsh': {
      const folder = environment['ZDOTDIR'] ?? home
      return { scriptFile: join(data, 'slipway', 'completion.zsh'), startFile: join(folder, '.zshrc') }
    }
    default:
      return shell satisfies never
  }
}

/** Puts the script in place, and lets the shell read it at its start. Doing it again changes nothing but an older script. */
export async function installCompletion(shell: Shell, place: CompletionPlace): Promise<readonly FileChange[]> {
  const { scriptFile, startFile } = place
  const script = await readShellScript(shell)
  const isSame = (await readIfThere(scriptFile)) === script
  if (!isSame) {
    await mkdir(dirname(scriptFile), { recursive: true })
    await writeFile(scriptFile, script)
  }
  const first: FileChange = { file: scriptFile, change: isSame ? 'as it was' : 'written' }
  if (startFile === null) return [first]
  const text = (await readIfThere(startFile)) ?? ''
  if (text.includes(BEGIN)) return [first, { file: startFile, change: 'as it was' }]
  const gap = text === '' || text.endsWith('\n') ? '' : '\n'
  const quoted = `'${scriptFile.replaceAll("'", String.raw`'\''`)}'`
  await mkdir(dirname(startFile), { recursive: true })
  await appendFile(startFile, `${gap}${BEGIN}\n[ -r ${quoted} ] && . ${quoted}\n${END}\n`)
  return [first, { file: startFile, change: 'lines added' }]
}

/** Takes away what `installCompletion` has put there, and nothing else. */
export async function uninstallCompletion({ scriptFile, startFile }: CompletionPlace): Promise<readonly FileChange[]> {
  const isThere = (await readIfThere(scriptFile)) !== null
  await rm(scriptFile, { force: true })
  const first: FileChange = { file: scriptFile, change: isThere ? 'removed' : 'as it was' }
  if (startFile === null) return [first]
  const text = (await readIfThere(startFile)) ?? ''
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)]
  if (begin === -1 || end < begin) return [first, { file: startFile, change: 'as it was' }]
  await writeFile(startFile, text.slice(0, begin) + text.slice(end + END.length).replace(/^\n/u, ''))
  return [first, { file: startFile, change: 'lines removed' }]
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
