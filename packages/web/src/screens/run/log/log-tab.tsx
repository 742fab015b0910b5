import { Text } from '@mantine/core'
import { IconTerminal2 } from '@tabler/icons-react'
import { formatRunPath } from '../../../charts/run-path.ts'
import { StatePage } from '../../../components/state-page.tsx'
import { isLiveRun } from '../run-state.ts'
import type { RunTabProps } from '../run-tab-props.ts'
import { LogView } from '../../../log/log-view.tsx'
import { useItemLog } from '../../../log/use-item-log.ts'
import { useRunLog } from './use-run-log.ts'

/** What a program printed: as its client sent it, or else as its agent saw it. */
export function LogTab({ path, run }: RunTabProps) {
  const source = useRunLog(path)
  const isLive = isLiveRun(run)
  if (source.lineCount > 0) {
    return <LogView source={source} isLive={isLive} name={`${run.name}.log`} cacheKey={formatRunPath(path)} />
  }
  const item = run.runQueueItem
  return item == null ? <NoLog isLive={isLive} /> : <ItemOutput item={item.id} isLive={isLive} />
}

function ItemOutput({ item, isLive }: { readonly item: string; readonly isLive: boolean }) {
  const source = useItemLog(item)
  if (source.lineCount === 0) return <NoLog isLive={isLive} />
  return (
    <>
      <Text size="sm" c="var(--slipway-muted)" mb="xs">
        The program sent no log of its own; this is what its agent saw it print.
      </Text>
      <LogView source={source} isLive={isLive} name={`${item.slice(-8)}.log`} cacheKey={item} />
    </>
  )
}

function NoLog({ isLive }: { readonly isLive: boolean }) {
  return (
    <StatePage icon={IconTerminal2} title={isLive ? 'Nothing printed yet' : 'This run printed nothing'}>
      <Text c="var(--slipway-muted)">
        {isLive
          ? 'Lines appear here as the program prints them.'
          : 'Its program wrote no line, or its client kept the console to itself.'}
      </Text>
    </StatePage>
  )
}
