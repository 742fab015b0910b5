import { Group, Text, Title, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import panelClasses from '../../../charts/chart-panel.module.css'

/** Charts below one heading that folds them away. */
export function ChartSection({
  name,
  count,
  children,
}: {
  readonly name: string
  readonly count: number
  readonly children: ReactNode
}) {
  const [isOpen, setIsOpen] = useState(true)
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  return (
    <section>
      <Title order={2} size="h5" my={6}>
        <UnstyledButton aria-expanded={isOpen} fw={600} onClick={() => setIsOpen(!isOpen)}>
          <Group gap={6}>
            <Chevron size={16} aria-hidden />
            {name}
            <Text component="span" size="sm" c="var(--slipway-muted)">
              {count}
            </Text>
          </Group>
        </UnstyledButton>
      </Title>
      {isOpen && <div className={panelClasses['grid']}>{children}</div>}
    </section>
  )
}
