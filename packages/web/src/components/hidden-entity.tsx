import { Button, Text } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { StatePage } from './state-page.tsx'

/** In the place of a list: the person or team is not there, or the viewer does not belong to it. */
export function HiddenEntity({ entity, onOwn }: { readonly entity: string; readonly onOwn: () => void }) {
  return (
    <StatePage icon={IconLock} title="Not for you to see" role="alert">
      <Text c="var(--slipway-muted)">
        There is no person or team &quot;{entity}&quot;, or you do not belong to it. Check the address, or ask one of
        its administrators to add you.
      </Text>
      <Button variant="default" onClick={onOwn}>
        Show what is yours
      </Button>
    </StatePage>
  )
}
