import { Code, Group } from '@mantine/core'
import { CopyButton } from './copy-button.tsx'

/** A command to copy into a terminal. */
export function CommandBlock({ command, what = 'the command' }: { readonly command: string; readonly what?: string }) {
  return (
    <Group wrap="nowrap" align="flex-start" gap="xs">
      <Code
        block
        flex={1}
        miw={0}
        style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', border: '1px solid var(--slipway-border)' }}
      >
        {command}
      </Code>
      <CopyButton text={command} what={what} />
    </Group>
  )
}
