import { Drawer } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { LaunchPanel } from './launch-panel.tsx'
import type { LaunchSearch } from './launch-search.ts'

/** The launch over whatever page is open. Closing it loses nothing: what was typed is kept as a draft. */
export function LaunchDrawer({ search }: { readonly search: LaunchSearch }) {
  const navigate = useNavigate()
  const [hasDialog, setHasDialog] = useState(false)
  const close = (): void => void navigate({ to: '.', search: ({ launch: _launch, ...before }) => before })
  return (
    <Drawer.Root opened onClose={close} position="right" size="min(920px, 100%)" closeOnEscape={!hasDialog}>
      <Drawer.Overlay />
      <Drawer.Content data-launch-scroller>
        <Drawer.Header>
          <Drawer.Title fw={600}>Launch</Drawer.Title>
          <Drawer.CloseButton aria-label="Close the launch" />
        </Drawer.Header>
        <Drawer.Body>
          <LaunchPanel
            search={search}
            onSearchChange={(launch) =>
              void navigate({ to: '.', search: (before) => ({ ...before, launch }), replace: true })
            }
            onDialogChange={setHasDialog}
          />
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  )
}
