import { Modal, Stack, Tabs, Text } from '@mantine/core'
import { useMemo } from 'react'
import { CommandBlock } from '../../components/command-block.tsx'
import type { InputDraft } from '../../inputs/model/input-draft.ts'
import { type LaunchToWrite, writeCommandLine, writeGraphql, writePython } from './launch-commands.ts'
import { findTypedInputs } from './launch-link.ts'

/** The launch as a command line, as a request, and as a Python program: each launches the very same. */
export function CopyLaunch({
  onClose,
  draft,
  ...launch
}: Omit<LaunchToWrite, 'typed'> & { readonly draft: InputDraft; readonly onClose: () => void }) {
  const typed = useMemo(() => findTypedInputs(draft, launch.base), [draft, launch.base])
  const url = window.location.origin
  const written = { ...launch, typed }
  return (
    <Modal
      opened
      onClose={onClose}
      title="Launch it from somewhere else"
      size="xl"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Tabs defaultValue="cli">
        <Tabs.List>
          <Tabs.Tab value="cli">Command line</Tabs.Tab>
          <Tabs.Tab value="graphql">GraphQL</Tabs.Tab>
          <Tabs.Tab value="python">Python</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="cli" pt="md">
          <CommandBlock command={writeCommandLine(written)} />
        </Tabs.Panel>
        <Tabs.Panel value="graphql" pt="md">
          <Stack gap="xs">
            <CommandBlock command={writeGraphql(written, url)} what="the request" />
            <Text size="sm" c="var(--slipway-muted)">
              The key is taken from the environment: set WANDB_API_KEY.
            </Text>
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="python" pt="md">
          <CommandBlock command={writePython(written, url)} what="the program" />
        </Tabs.Panel>
      </Tabs>
    </Modal>
  )
}
