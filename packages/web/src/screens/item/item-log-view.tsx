import { Text } from '@mantine/core'
import { Suspense } from 'react'
import { PageLoader } from '../../components/page-loader.tsx'
import { PartBoundary } from '../../components/part-boundary.tsx'
import { LogView } from '../../log/log-view.tsx'
import { useItemLog } from '../../log/use-item-log.ts'

/** What the program of an item writes, as its agent sees it and as it comes. */
export function ItemLogView(props: { readonly id: string; readonly isLive: boolean }) {
  return (
    <PartBoundary>
      <Suspense fallback={<PageLoader />}>
        <ItemOutput {...props} />
      </Suspense>
    </PartBoundary>
  )
}

function ItemOutput({ id, isLive }: { readonly id: string; readonly isLive: boolean }) {
  const source = useItemLog(id)
  if (source.lineCount > 0) return <LogView source={source} isLive={isLive} name={`${id}.log`} cacheKey={id} />
  return (
    <Text size="sm" c="var(--slipway-muted)">
      {isLive ? 'Nothing yet: what it writes appears here.' : 'It wrote nothing.'}
    </Text>
  )
}
