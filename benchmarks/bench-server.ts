import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { ServerConfig } from '@slipway/server'

/** A server that runs as a process of its own. */
export interface BenchServer extends AsyncDisposable {
  readonly url: string
  /** The administrator's key; empty when there was an administrator before. */
  readonly apiKey: string
  stop(): Promise<void>
}

/** Starts a server as a process of its own, so that what is measured does not share a thread with the load. */
export async function startBenchServer(
  config: Partial<ServerConfig> & { readonly dataFolder: string },
): Promise<BenchServer> {
  const program = fileURLToPath(new URL('server.main.ts', import.meta.url))
  const child = spawn(process.execPath, [program, JSON.stringify(config)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [chunk] = (await once(child.stdout, 'data')) as [Buffer]
  const { url, apiKey } = JSON.parse(chunk.toString()) as { readonly url: string; readonly apiKey: string | null }

  async function stop(): Promise<void> {
    const exited = once(child, 'exit')
    child.kill('SIGTERM')
    await exited
  }

  return { url, apiKey: apiKey ?? '', stop, [Symbol.asyncDispose]: stop }
}
