import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A program of ours that a test may kill at any moment. */
export interface ChildProgram {
  /** The first line that it printed. */
  readonly firstLine: string
  /** Ends it as a power cut would, and waits until it is gone. */
  kill(): Promise<void>
}

/** Starts one of the `*.main.ts` programs of this folder and waits for its first line. */
export async function startChildProgram(
  name: string,
  arguments_: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<ChildProgram> {
  const file = fileURLToPath(new URL(`${name}.main.ts`, import.meta.url))
  const child = spawn(process.execPath, [file, ...arguments_], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const firstLine = await readFirstLine(child, name)
  return {
    firstLine,
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const exited = once(child, 'exit')
      child.kill('SIGKILL')
      await exited
    },
  }
}

async function readFirstLine(child: ChildProcess, name: string): Promise<string> {
  if (child.stdout === null) throw new Error(`Cannot read what the program "${name}" prints`)
  for await (const line of createInterface({ input: child.stdout })) {
    child.stdout.resume()
    return line
  }
  throw new Error(`The program "${name}" ended before it was ready`)
}
