import { Drawer } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { LaunchSearch } from './launch-search.ts'
import { LaunchPanel } from './launch-panel.tsx'

/** The launch over whatever page is open. Closing it loses nothing: what was typed is kept as a draft. */
export function LaunchDrawer({ search }: { readonly search: LaunchSearch }) {
  const navigate = useNavigate()
  const close = (): void => void navigate({ to: '.', search: ({ launch: _launch, ...before }) => before })
  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      size="min(960px, 100%)"
      title="Launch"
      closeButtonProps={{ 'aria-label': 'Close the launch' }}
    >
      <LaunchPanel
        search={search}
        onSearchChange={(launch) =>
          void navigate({ to: '.', search: (before) => ({ ...before, launch }), replace: true })
        }
      />
    </Drawer>
  )
}
