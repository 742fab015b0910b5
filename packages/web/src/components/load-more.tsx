import { Button, Center } from '@mantine/core'
import { useIntersection } from '@mantine/hooks'
import { useEffect, useEffectEvent } from 'react'

/** The end of a list that goes on: loads the next page when it is scrolled to, or by the button. */
export function LoadMore({
  query,
}: {
  readonly query: {
    readonly hasNextPage: boolean
    readonly isFetchingNextPage: boolean
    readonly isFetchNextPageError: boolean
    readonly fetchNextPage: () => unknown
  }
}) {
  const { ref, entry } = useIntersection({ rootMargin: '400px' })
  const isDue =
    entry?.isIntersecting === true && query.hasNextPage && !query.isFetchingNextPage && !query.isFetchNextPageError
  const load = useEffectEvent(() => query.fetchNextPage())
  useEffect(() => {
    if (isDue) load()
  }, [isDue])
  if (!query.hasNextPage) return null
  return (
    <Center ref={ref} py="md">
      <Button variant="default" loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
        {query.isFetchNextPageError ? 'Could not load more: try again' : 'Load more'}
      </Button>
    </Center>
  )
}
