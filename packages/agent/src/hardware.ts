import { execFile } from 'node:child_process'
import { arch, availableParallelism, release, totalmem, type } from 'node:os'
import { promisify } from 'node:util'

/** What an agent's machine has, for the people who choose where to launch. */
export interface Hardware {
  /** Such as `Linux 6.1.0 (x64)`. */
  readonly os: string
  /** How many programs can compute at once; less than the machine has where the agent is held to less. */
  readonly cpuCount: number
  readonly memoryBytes: number
  /** Empty where the driver's tool is missing or does not answer. */
  readonly gpus: readonly { readonly name: string; readonly memoryBytes: number }[]
}

const GPU_TOOL_MS = 10_000
const GPU_QUERY = ['--query-gpu=name,memory.total', '--format=csv,noheader,nounits'] as const
const MEBIBYTE = 1024 * 1024

/** Looks at the machine that this process is on. Never throws: an agent without this knowledge runs all the same. */
export async function readHardware(
  environment: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): Promise<Hardware> {
  return {
    os: `${type()} ${release()} (${arch()})`,
    cpuCount: availableParallelism(),
    memoryBytes: totalmem(),
    gpus: await readGpus(environment, signal),
  }
}

async function readGpus(
  environment: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): Promise<Hardware['gpus']> {
  try {
    const { stdout } = await promisify(execFile)('nvidia-smi', GPU_QUERY, {
      // Nothing else of the agent's environment, least of all its key, is for another program.
      env: { PATH: environment['PATH'] },
      timeout: GPU_TOOL_MS,
      signal,
    })
    return parseGpus(stdout)
  } catch {
    // No driver, no GPU, or one that hangs: in each case none that a program could use.
    return []
  }
}

/** Reads lines of `name, MiB`, as `nvidia-smi --format=csv,noheader,nounits` writes them. */
function parseGpus(text: string): Hardware['gpus'] {
  return text.split('\n').flatMap((line) => {
    const match = /^\s*(?<name>.+?)\s*,\s*(?<memory>\d+)\s*$/u.exec(line)
    const { name, memory } = match?.groups ?? {}
    return name === undefined ? [] : [{ name, memoryBytes: Number(memory) * MEBIBYTE }]
  })
}
