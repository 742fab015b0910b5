import { ActionIcon, Chip, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconArrowBackUp, IconArrowForwardUp, IconSearch } from '@tabler/icons-react'
import { memo, type Ref } from 'react'
import type { RowFilter } from './filter-rows.ts'
import { useForm } from './form-context.ts'
import classes from './form.module.css'

/** Search and filters over all fields, and undo. */
export const Toolbar = memo(function Toolbar({
  filter,
  onFilter,
  searchRef,
  changes,
  problems,
  canUndo,
  canRedo,
  onNextProblem,
}: {
  readonly filter: RowFilter
  readonly onFilter: (filter: RowFilter) => void
  readonly searchRef: Ref<HTMLInputElement>
  readonly changes: number
  readonly problems: number
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly onNextProblem: () => void
}) {
  const { dispatch } = useForm()
  return (
    <div className={classes.toolbar} role="search" aria-label="Inputs">
      <TextInput
        ref={searchRef}
        className={classes.search}
        size="xs"
        type="search"
        aria-label="Search inputs"
        placeholder="Search inputs ( / )"
        leftSection={<IconSearch size={14} aria-hidden />}
        value={filter.search}
        onChange={(event) => onFilter({ ...filter, search: event.currentTarget.value })}
      />
      <Chip
        size="xs"
        checked={filter.onlyChanged}
        onChange={(onlyChanged) => onFilter({ ...filter, onlyChanged })}
      >{`Only changed (${changes})`}</Chip>
      <Chip
        size="xs"
        color="red"
        checked={filter.onlyErrors}
        onChange={(onlyErrors) => onFilter({ ...filter, onlyErrors })}
      >{`Only errors (${problems})`}</Chip>
      <ActionIcon
        aria-label="Next error"
        title="Next error (F8, back with Shift+F8)"
        disabled={problems === 0}
        onClick={onNextProblem}
      >
        <IconAlertTriangle size={17} />
      </ActionIcon>
      <ActionIcon
        aria-label="Undo"
        title="Undo (Ctrl+Z)"
        disabled={!canUndo}
        onClick={() => dispatch({ type: 'undo' })}
      >
        <IconArrowBackUp size={17} />
      </ActionIcon>
      <ActionIcon
        aria-label="Redo"
        title="Redo (Ctrl+Shift+Z)"
        disabled={!canRedo}
        onClick={() => dispatch({ type: 'redo' })}
      >
        <IconArrowForwardUp size={17} />
      </ActionIcon>
    </div>
  )
})
