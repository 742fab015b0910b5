import { Group, Text } from '@mantine/core'
import { useMemo } from 'react'
import { CodeEditor } from '../../components/code-editor/code-editor.tsx'
import { CopyButton } from '../../components/copy-button.tsx'

/** The launch spec of an item, as its agent gets it. */
export function ItemSpec({ spec }: { readonly spec: unknown }) {
  const text = useMemo(() => JSON.stringify(spec, null, 2) ?? 'null', [spec])
  return (
    <>
      <Group justify="space-between" mb="xs">
        <Text size="sm" c="var(--slipway-muted)">
          Immutable from the push on. Secrets are in it by reference only.
        </Text>
        <CopyButton text={text} what="the launch spec" />
      </Group>
      <CodeEditor label="Launch spec as JSON" language="json" value={text} maxHeight="600px" />
    </>
  )
}
