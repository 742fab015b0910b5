import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { readFileIfThere } from './write-file.ts'

const run = promisify(execFile)

/** A text that changes when the machine is started again; programs of another boot no longer run. */
export async function readBootId(): Promise<string> {
  const bootId = await readFileIfThere('/proc/sys/kernel/random/boot_id')
  if (bootId !== null) return bootId.trim()
  const { stdout } = await run('sysctl', ['-n', 'kern.boottime'])
  return stdout.trim()
}
