import { readFileIfThere } from '../../write-file.ts'
import type { ProcessIdentity } from './process-identity.ts'

/**
 * The shell program that stands over each job. `$1` is the item's folder, the rest the command.
 *
 * - `set -C` makes the file `started` exclusively: of two supervisors, started by an agent before and after a kill, one
 *   ends at once. So a job starts at most once, whenever the agent dies. The file names the supervisor, whose number is
 *   that of the process group, and its start, by which a restarted agent knows it again.
 * - The traps are empty commands and not "ignore", which the job would inherit: at a TERM to the group the job ends and
 *   the shell stays to write its exit code.
 * - The exit code counts once its line is whole; without a file and without the process, the job was killed.
 */
export const SUPERVISOR_SCRIPT = `
folder=$1
shift
trap : TERM INT HUP
identify() {
  if read -r stat 2>/dev/null < /proc/$$/stat; then
    stat=\${stat##*) }
    set -- $stat
    shift 19
    identity="$$ $1"
  else
    identity="$$ $(ps -o lstart= -p $$ | tr -s ' ')"
  fi
}
identify
set -C
printf '%s\\n' "$identity" 2>/dev/null > "$folder/started" || exit 0
"$@"
printf '%s\\n' "$?" > "$folder/exit"
`

/** Reads who supervises the job in a folder; null while none has started. */
export async function readStarted(folder: string): Promise<ProcessIdentity | null> {
  const text = await readFileIfThere(`${folder}/started`)
  const match = text === null ? null : /^(\d+) (.+)\n$/.exec(text)
  if (match?.[1] === undefined || match[2] === undefined) return null
  return { pid: Number(match[1]), startedAt: match[2].trim() }
}

/** Reads the exit code of the job in a folder; null while it has none. */
export async function readExitCode(folder: string): Promise<number | null> {
  const text = await readFileIfThere(`${folder}/exit`)
  return text !== null && /^\d+\n$/.test(text) ? Number(text) : null
}
