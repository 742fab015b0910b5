import { Button, CloseButton, Group, Popover, UnstyledButton } from '@mantine/core'
import { IconFilterPlus } from '@tabler/icons-react'
import { useState, type ReactElement } from 'react'
import type { RunPlace } from '../api/runs.ts'
import type { RunFilter } from '../runs-search.ts'
import { FilterEditor } from './filter-editor.tsx'
import { fieldOf } from './filter-fields.ts'
import { operatorsOf } from './filter-operators.ts'
import classes from './filter-chips.module.css'

/** The conditions of the table, each to be changed or taken away, and a way to add one. */
export function FilterChips({
  place,
  filters,
  onChange,
}: {
  readonly place: RunPlace
  readonly filters: readonly RunFilter[]
  readonly onChange: (filters: RunFilter[]) => void
}) {
  return (
    <>
      {filters.map((filter, index) => (
        <FilterChip
          // oxlint-disable-next-line react/no-array-index-key -- two conditions may be equal
          key={`${index} ${JSON.stringify(filter)}`}
          place={place}
          filter={filter}
          onChange={(next) => onChange(filters.with(index, next))}
          onRemove={() => onChange(filters.toSpliced(index, 1))}
        />
      ))}
      <FilterPopover place={place} onDone={(filter) => onChange([...filters, filter])} label="Filter">
        {(toggle) => (
          <Button variant="default" leftSection={<IconFilterPlus size={16} />} onClick={toggle}>
            Filter
          </Button>
        )}
      </FilterPopover>
    </>
  )
}

/** A condition in words, such as "lr ≥ 0.1". */
function describeFilter([name, operatorId, value]: RunFilter): string {
  const { label, kind } = fieldOf(name)
  const operator = operatorsOf(kind).find(({ id }) => id === operatorId)
  if (operator === undefined) return label
  const what = Array.isArray(value) ? value.join(' or ') : String(value)
  return operator.needsValue ? `${label} ${operator.label} ${what}` : `${label} ${operator.label}`
}

function FilterChip({
  place,
  filter,
  onChange,
  onRemove,
}: {
  readonly place: RunPlace
  readonly filter: RunFilter
  readonly onChange: (filter: RunFilter) => void
  readonly onRemove: () => void
}) {
  const text = describeFilter(filter)
  return (
    <Group gap={0} wrap="nowrap" className={classes['chip']}>
      <FilterPopover place={place} onDone={onChange} initial={filter} label={`Change the filter ${text}`}>
        {(toggle) => (
          <UnstyledButton className={classes['text']} onClick={toggle} aria-label={`Change the filter ${text}`}>
            {text}
          </UnstyledButton>
        )}
      </FilterPopover>
      <CloseButton size="sm" aria-label={`Remove the filter ${text}`} onClick={onRemove} />
    </Group>
  )
}

function FilterPopover({
  place,
  initial,
  label,
  onDone,
  children,
}: {
  readonly place: RunPlace
  readonly initial?: RunFilter
  readonly label: string
  readonly onDone: (filter: RunFilter) => void
  readonly children: (toggle: () => void) => ReactElement
}) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-start" width={300} trapFocus shadow="md">
      <Popover.Target>{children(() => setIsOpen(!isOpen))}</Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <FilterEditor
          place={place}
          {...(initial === undefined ? {} : { initial })}
          onDone={(filter) => {
            setIsOpen(false)
            onDone(filter)
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
