import { Anchor, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { useRouter } from '@tanstack/react-router'

/** Says in a corner that a launch is queued, with a link to its item. */
export function showLaunched(
  router: ReturnType<typeof useRouter>,
  item: { readonly id: string; readonly queue: { readonly name: string; readonly entityName: string } | null },
): void {
  const { id, queue } = item
  const location =
    queue === null
      ? null
      : router.buildLocation({
          to: '/queues/$entity/$queue/items/$item',
          params: { entity: queue.entityName, queue: queue.name, item: id },
        })
  notifications.show({
    color: 'green',
    withBorder: true,
    autoClose: 10_000,
    closeButtonProps: { 'aria-label': 'Dismiss the message' },
    message: (
      <Text size="sm">
        Queued as item{' '}
        {location === null ? (
          id
        ) : (
          // The messages stand outside of the router.
          <Anchor
            href={location.href}
            onClick={(event) => {
              event.preventDefault()
              void router.navigate({ href: location.href })
            }}
          >
            {id}
          </Anchor>
        )}{' '}
        on {queue?.name}.
      </Text>
    ),
  })
}
