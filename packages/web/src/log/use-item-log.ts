import { WebItemOutputDocument } from '@slipway/api'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { ask } from '../api/ask.ts'
import { usePacedWatch } from '../api/live/use-paced-watch.ts'
import type { LogSource } from './log-source.ts'
import { findInText } from './find-in-text.ts'

interface Output {
  readonly text: string
  readonly nextOffset: number
}

/** The output of an item's process, for programs whose client sent no log of its own. While it grows only the new part is fetched. */
export function useItemLog(item: string): LogSource {
  const queryClient = useQueryClient()
  const queryKey = ['item-output', item]
  const { data } = useSuspenseQuery({
    queryKey,
    queryFn: ({ signal }) => readOutput(item, queryClient.getQueryData<Output>(queryKey), signal),
    staleTime: 0,
  })
  usePacedWatch([{ kind: 'RUN_QUEUE_ITEM', id: item }], ['log', 'state'], () =>
    queryClient.invalidateQueries({ queryKey }, { cancelRefetch: false }),
  )
  const lines = data.text === '' ? [] : data.text.replace(/\n$/u, '').split('\n')
  return {
    lineCount: lines.length,
    hasTimes: false,
    lineAt: (line) => ({ timestamp: null, isError: false, text: lastOverprint(lines[line] ?? '') }),
    view: () => {},
    search: async (text) => findInText(lines, text),
    readAll: async () => data.text,
  }
}

async function readOutput(item: string, before: Output | undefined, signal: AbortSignal): Promise<Output> {
  const parts = [before?.text ?? '']
  let offset = before?.nextOffset ?? 0
  for (;;) {
    const { runQueueItem } = await ask(WebItemOutputDocument, { item, offset }, signal)
    const log = runQueueItem?.log
    if (!log || log.nextOffset <= offset) return { text: parts.join(''), nextOffset: offset }
    parts.push(log.text)
    offset = log.nextOffset
  }
}

/** A progress bar writes over its own line: what was written last is what a terminal shows. */
function lastOverprint(line: string): string {
  const parts = line.split('\r').filter((part) => part !== '')
  return parts.at(-1) ?? ''
}
