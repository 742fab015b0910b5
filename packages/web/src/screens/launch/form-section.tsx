import { Collapse, Group, Paper, Stack, Title, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'

/** A part of the form under a title; a closable one can be put away. */
export function FormSection({
  title,
  children,
  isClosable = false,
  startsClosed = false,
}: {
  readonly title: string
  readonly children: ReactNode
  readonly isClosable?: boolean
  readonly startsClosed?: boolean
}) {
  const id = useId()
  const [isClosed, setClosed] = useState(isClosable && startsClosed)
  const Chevron = isClosed ? IconChevronRight : IconChevronDown
  return (
    <Paper component="section" withBorder p="md" aria-labelledby={id}>
      <Stack gap="md">
        <Title order={2} size="h4" id={id}>
          {isClosable ? (
            <UnstyledButton fz="inherit" fw="inherit" aria-expanded={!isClosed} onClick={() => setClosed(!isClosed)}>
              <Group gap={6} wrap="nowrap">
                <Chevron size={18} aria-hidden />
                {title}
              </Group>
            </UnstyledButton>
          ) : (
            title
          )}
        </Title>
        {isClosable ? <Collapse expanded={!isClosed}>{children}</Collapse> : children}
      </Stack>
    </Paper>
  )
}
