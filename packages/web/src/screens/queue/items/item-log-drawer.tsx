import { Drawer } from '@mantine/core'
import { ItemLogView } from '../../item/item-log-view.tsx'

/** The output of one item beside the list; null shows none. */
export function ItemLogDrawer({ id, onClose }: { readonly id: string | null; readonly onClose: () => void }) {
  return (
    <Drawer
      opened={id !== null}
      onClose={onClose}
      position="right"
      size="min(920px, 100%)"
      title={`Error log of item ${id ?? ''}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {id !== null && <ItemLogView id={id} isLive={false} />}
    </Drawer>
  )
}
