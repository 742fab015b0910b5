import type { RunDetails } from '../api/run.ts'

/** The command line that started the program, as it would be typed; null where it is not known. */
export function commandOf({ runInfo }: Pick<RunDetails, 'runInfo'>): string | null {
  if (!runInfo?.program) return null
  const executable = runInfo.executable?.split('/').at(-1)
  return [...(executable ? [executable] : []), runInfo.program, ...(runInfo.args ?? [])].map(quote).join(' ')
}

function quote(part: string): string {
  return /^[\w@%+=:,./-]+$/u.test(part) ? part : `'${part.replaceAll("'", "'\\''")}'`
}

/** The hardware and system of a run in one line; null where they are not known. */
export function machineOf({ runInfo }: Pick<RunDetails, 'runInfo'>): string | null {
  const parts = [
    runInfo?.cpuCount == null ? null : `${runInfo.cpuCount} CPUs`,
    runInfo?.gpuCount == null || runInfo.gpuCount === 0 ? null : `${runInfo.gpuCount} × ${runInfo.gpu ?? 'GPU'}`,
    runInfo?.os || null,
  ].filter((part) => part !== null)
  return parts.length === 0 ? null : parts.join(', ')
}

/** The page of a commit at the host of its repository; null unless that is a web address. */
export function gitAddressOf(remote: string | null, commit: string): string | null {
  const ssh = remote === null ? null : /^git@([\w.-]+):([\w./-]+)$/u.exec(remote)
  const text = ssh === null ? remote : `https://${ssh[1]}/${ssh[2]}`
  if (text === null || !/^[0-9a-f]{7,64}$/u.test(commit)) return null
  const url = URL.parse(text)
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null
  // A remote may hold a name and a password.
  return `${url.protocol}//${url.host}${url.pathname.replace(/(?:\.git)?\/?$/u, '')}/commit/${commit}`
}
