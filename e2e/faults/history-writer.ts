/** Writes lines to a run's history without end and remembers which of them the server acknowledged. */
export interface HistoryWriter {
  /** How many lines, from the first on, the server has said it has. */
  acknowledgedCount(): number
  stop(): Promise<void>
}

/** Starts to send one history line after another, each until it is acknowledged, as the client does. */
export function startHistoryWriter(target: { readonly fileStreamUrl: string; readonly apiKey: string }): HistoryWriter {
  let acknowledged = 0
  const stopping = new AbortController()
  const authorization = `Basic ${Buffer.from(`api:${target.apiKey}`).toString('base64')}`

  async function send(line: number): Promise<boolean> {
    try {
      const response = await fetch(target.fileStreamUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
        body: JSON.stringify({
          files: {
            'wandb-history.jsonl': { offset: line, content: [JSON.stringify({ _step: line, value: line * 2 })] },
          },
        }),
      })
      await response.arrayBuffer()
      return response.ok
    } catch {
      // The server is being killed; the same line is sent again.
      return false
    }
  }

  async function write(): Promise<void> {
    while (!stopping.signal.aborted) {
      if (await send(acknowledged)) acknowledged += 1
      else await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  const writing = write()
  return {
    acknowledgedCount: () => acknowledged,
    async stop() {
      stopping.abort()
      await writing
    },
  }
}
