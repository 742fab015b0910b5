import { spawn } from 'node:child_process'
import { appendFile } from 'node:fs/promises'
import { createMasker } from './secret/masker.ts'
import { ItemFailedError, type ItemStage } from './item/item-outcome.ts'

/** One call of a tool such as git or pip. */
export interface ToolCall {
  readonly command: readonly [string, ...string[]]
  readonly folder: string
  readonly variables: Readonly<Record<string, string>>
  /** The item's log; what the tool prints is appended there. */
  readonly outputFile: string
  /** Values that must not be seen in what the tool prints. */
  readonly secrets: readonly string[]
  readonly signal: AbortSignal
  readonly stage: ItemStage
  /** What the tool is to do, as in "Cannot ...". */
  readonly purpose: string
}

const KEPT_OUTPUT = 8192
const KEPT_LINES = 8

/** Runs a tool to its end; throws ItemFailedError with the last lines that it printed when it fails. */
export async function runTool(call: ToolCall): Promise<void> {
  call.signal.throwIfAborted()
  const [program, ...args] = call.command
  let tail = ''
  // A group of its own, so that an abort also ends what the tool has started.
  const child = spawn(program, args, {
    cwd: call.folder,
    env: { ...call.variables },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const end = (): void => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
      process.kill(-child.pid, 'SIGKILL')
    // What has left the group may hold the other ends for as long as it likes.
    child.stdout.destroy()
    child.stderr.destroy()
  }
  call.signal.addEventListener('abort', end, { once: true })
  const take = async (stream: NodeJS.ReadableStream): Promise<void> => {
    const masker = createMasker(call.secrets)
    const keep = async (bytes: Buffer): Promise<void> => {
      tail = (tail + bytes.toString()).slice(-KEPT_OUTPUT)
      if (bytes.length > 0) await appendFile(call.outputFile, bytes, { mode: 0o600 })
    }
    try {
      for await (const chunk of stream) await keep(masker.push(Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk)))
      await keep(masker.flush())
    } catch (error) {
      if (!call.signal.aborted) throw error
    }
  }
  try {
    const closed = new Promise<number | null>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', resolve)
    })
    const [code] = await Promise.all([closed, take(child.stdout), take(child.stderr)])
    call.signal.throwIfAborted()
    if (code !== 0)
      throw new ItemFailedError(call.stage, `Cannot ${call.purpose}: ${program} failed. ${lastLines(tail)}`)
  } catch (error) {
    if (error instanceof ItemFailedError || call.signal.aborted) throw error
    throw new ItemFailedError(
      call.stage,
      `Cannot ${call.purpose}: ${program} does not start. Install it on the agent's machine.`,
      {
        cause: error,
      },
    )
  } finally {
    call.signal.removeEventListener('abort', end)
  }
}

function lastLines(text: string): string {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  return lines.length === 0 ? 'It printed nothing.' : `Its last lines:\n${lines.slice(-KEPT_LINES).join('\n')}`
}
