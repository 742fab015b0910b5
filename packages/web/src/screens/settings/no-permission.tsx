import { Text } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { StatePage } from '../../components/state-page.tsx'

/** Stands in place of settings that are not the viewer's; the children say what to do. */
export function NoPermission({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <StatePage icon={IconLock} title={title} role="alert">
      <Text c="var(--slipway-muted)">{children}</Text>
    </StatePage>
  )
}
