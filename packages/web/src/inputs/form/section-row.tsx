import { ActionIcon, Badge, SegmentedControl, UnstyledButton } from '@mantine/core'
import { IconArrowBackUp, IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { memo } from 'react'
import type { DraftMode, DraftSection } from '../model/input-draft.ts'
import { useForm } from './form-context.ts'
import classes from './form.module.css'

const FORMAT_NAMES = { yaml: 'YAML', json: 'JSON', toml: 'TOML' } as const

/** The head of the run config or of a config file: form or text, and what is wrong with the section as a whole. */
export const SectionRow = memo(function SectionRow({
  id,
  file,
  format,
  mode,
  isReadable,
  isOpen,
  changes,
  problems,
  problem,
}: {
  readonly id: string
  readonly file: string | null
  readonly format: DraftSection['format']
  readonly mode: DraftMode
  /** Whether the text can be read. */
  readonly isReadable: boolean
  readonly isOpen: boolean
  /** How many values differ from their defaults. */
  readonly changes: number
  /** How many things are wrong in it. */
  readonly problems: number
  /** What is wrong with the whole, or with what no row of the form shows. */
  readonly problem: string | null
}) {
  const { dispatch, toggle } = useForm()
  const title = file ?? 'Run config'
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  return (
    <div className={classes.section} role="group" aria-label={title}>
      <UnstyledButton className={classes.toggle} data-control aria-expanded={isOpen} onClick={() => toggle(id)}>
        <Chevron size={18} aria-hidden />
        <h2 className={file === null ? classes.sectionTitle : `${classes.sectionTitle} mono`}>{title}</h2>
      </UnstyledButton>
      {changes > 0 && (
        <Badge variant="light" size="sm" tt="none" radius="sm">
          {changes} changed
        </Badge>
      )}
      {problems > 0 && (
        <Badge variant="light" color="red" size="sm" tt="none" radius="sm" className={classes.errorBadge}>
          {problems === 1 ? '1 error' : `${problems} errors`}
        </Badge>
      )}
      <div className={classes.sectionActions}>
        {changes > 0 && (
          <ActionIcon
            size="sm"
            aria-label={`Reset all of ${title}`}
            title={`Reset all of ${title}`}
            onClick={() => dispatch({ type: 'reset-all', file })}
          >
            <IconArrowBackUp size={16} />
          </ActionIcon>
        )}
        <SegmentedControl
          size="xs"
          aria-label={`How to edit ${title}`}
          value={mode}
          data={[
            { value: 'form', label: 'Form' },
            { value: 'text', label: FORMAT_NAMES[format] },
          ]}
          onChange={(next) => dispatch({ type: 'set-mode', file, mode: next })}
        />
      </div>
      {problem !== null && (
        <p className={`${classes.problem} ${classes.sectionNote}`} role="status">
          {problem}
        </p>
      )}
      {!isReadable && mode === 'form' && (
        <p className={`${classes.note} ${classes.sectionNote}`}>
          The text cannot be read, so the form shows the last values that could be. What you change here waits and is
          written into the text once it can be read again; the text itself stays as it is.
        </p>
      )}
    </div>
  )
})
