import { readFileIfThere } from '../../write-file.ts'
import type { ProcessIdentity } from './process-identity.ts'

/**
 * The shell program that stands over each job. `$1` is the item's folder, `$2` the program that hides secrets in the
 * output or nothing, then for that program the Node that runs it, a token and the names of the variables to hide, and the
 * rest is the command.
 *
 * - `set -C` makes the file `started` exclusively: of two supervisors, started by an agent before and after a kill, one
 *   ends at once. So a job starts at most once, whenever the agent dies. The file names the supervisor, whose number is
 *   that of the process group, and its start, by which a restarted agent knows it again.
 * - The traps are empty commands and not "ignore", which the job would inherit: at a TERM to the group the job ends and
 *   the shell stays to write its exit code.
 * - A program with secrets writes into a pipe, and `main.ts` of `mask-output` from there into the log, so that no value
 *   ever reaches the disk. The exit code goes through the same pipe, behind all
 *   output; should the masking end early, the output is dropped and the exit code still told.
 * - The exit code counts once its line is whole; without a file and without the process, the job was killed.
 */
export const SUPERVISOR_SCRIPT = `
folder=$1
mask=$2
shift 2
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
if [ -z "$mask" ]; then
  "$@"
  printf '%s\\n' "$?" > "$folder/exit"
  exit
fi
node=$1
token=$2
names=$3
shift 3
{
  trap : TERM INT HUP
  "$@" 2>&1
  code=$?
  printf '%s\\n' "$code" > "$folder/code"
  printf '%s %s\\n' "$token" "$code"
} | {
  trap '' TERM INT HUP
  NODE_OPTIONS= "$node" "$mask" "$folder" "$token" $names 2>/dev/null || cat > /dev/null
}
[ -e "$folder/exit" ] || mv "$folder/code" "$folder/exit"
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
