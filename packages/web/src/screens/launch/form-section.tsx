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
  // What was never looked at, such as an editor, is not loaded either.
  const [wasOpen, setWasOpen] = useState(!isClosed)
  const Chevron = isClosed ? IconChevronRight : IconChevronDown
  return (
    <Paper component="section" withBorder p="md" aria-labelledby={id}>
      <Stack gap="md">
        <Title order={2} size="h4" id={id}>
          {isClosable ? (
            <UnstyledButton
              fz="inherit"
              fw="inherit"
              aria-expanded={!isClosed}
              onClick={() => {
                setClosed(!isClosed)
                setWasOpen(true)
              }}
            >
              <Group gap={6} wrap="nowrap">
                <Chevron size={18} aria-hidden />
                {title}
              </Group>
            </UnstyledButton>
          ) : (
            title
          )}
        </Title>
        {isClosable ? <Collapse expanded={!isClosed}>{wasOpen && children}</Collapse> : children}
      </Stack>
    </Paper>
  )
}
