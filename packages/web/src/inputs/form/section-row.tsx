import { ActionIcon, Badge, SegmentedControl, UnstyledButton } from '@mantine/core'
import { IconArrowBackUp, IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { memo } from 'react'
import type { DraftSection } from '../model/input-draft.ts'
import { useForm } from './form-context.ts'
import classes from './form.module.css'

const FORMAT_NAMES = { yaml: 'YAML', json: 'JSON', toml: 'TOML' } as const

/** The head of the run config or of a config file: form or text, and what is wrong with the section as a whole. */
export const SectionRow = memo(function SectionRow({
  id,
  section,
  isOpen,
  changes,
  problems,
}: {
  readonly id: string
  readonly section: DraftSection
  readonly isOpen: boolean
  /** How many values differ from their defaults. */
  readonly changes: number
  /** Problems of the whole, and those that no row of the form shows. */
  readonly problems: readonly string[]
}) {
  const { dispatch, toggle } = useForm()
  const { file, format, mode } = section
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
      {problems.length > 0 && (
        <ul className={classes.sectionProblems} role="status">
          {problems.map((problem) => (
            <li key={problem} className={classes.problem}>
              {problem}
            </li>
          ))}
        </ul>
      )}
      {section.fault !== null && mode === 'form' && (
        <p className={classes.note}>
          The text cannot be read, so the form shows the last values that could be. What you change here waits and is
          written into the text once it can be read again; the text itself stays as it is.
        </p>
      )}
    </div>
  )
})
