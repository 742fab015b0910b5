import { ActionIcon, CopyButton as MantineCopyButton, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'

/** Copies a text; `what` names it, for the tooltip and screen readers ("Copy the run's path"). */
export function CopyButton({ text, what }: { readonly text: string; readonly what: string }) {
  return (
    <MantineCopyButton value={text}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? 'Copied' : `Copy ${what}`}>
          <ActionIcon onClick={copy} aria-label={`Copy ${what}`} color={copied ? 'green' : 'gray'} size="sm">
            {copied ? <IconCheck size={15} /> : <IconCopy size={15} />}
          </ActionIcon>
        </Tooltip>
      )}
    </MantineCopyButton>
  )
}
