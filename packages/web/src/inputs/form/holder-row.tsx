import { UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { type CSSProperties, memo } from 'react'
import type { DraftOrigin } from '../model/input-draft.ts'
import { FieldActions } from './field-actions.tsx'
import { useForm } from './form-context.ts'
import type { HolderRow as HolderRowModel } from './form-row.ts'
import { isSameValue, presentOrigin, presentValue } from './present-value.ts'
import { UnionChoice } from './union-choice.tsx'
import classes from './form.module.css'

/** The head of a group of inputs or of a list. */
export const HolderRow = memo(function HolderRow({
  row,
  problem,
  inside,
  origin,
}: {
  readonly row: HolderRowModel
  readonly problem: string | null
  /** How many things are wrong inside. */
  readonly inside: number
  readonly origin: DraftOrigin
}) {
  const { toggle } = useForm()
  const { kind, count, isOpen, shape } = row
  const isChanged = !isSameValue(row.value, row.byDefault)
  const unit = kind === 'group' ? (count === 1 ? 'input' : 'inputs') : count === 1 ? 'element' : 'elements'
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  const mark = problem === null ? (isChanged ? classes.changed : '') : classes.invalid
  return (
    <div className={`${classes.holder} ${mark}`} style={{ '--depth': row.depth } as CSSProperties}>
      <UnstyledButton className={classes.toggle} data-control aria-expanded={isOpen} onClick={() => toggle(row.id)}>
        <Chevron size={16} aria-hidden />
        <span className={`${classes.key} ${shape.title === null ? 'mono' : ''}`}>{row.label}</span>
        <span className={classes.note}>
          {count} {unit}
        </span>
      </UnstyledButton>
      {row.union !== null && <UnionChoice row={row} union={row.union} name={row.id} />}
      {isChanged && <span className={`${classes.note} ${classes.aside}`}>{describeChange(row, origin)}</span>}
      {inside > 0 && (
        <span className={`${classes.problem} ${classes.aside}`}>
          {inside === 1 ? '1 error inside' : `${inside} errors inside`}
        </span>
      )}
      {shape.description !== null && row.element === null && (
        <span className={`${classes.note} ${classes.aside}`}>{shape.description}</span>
      )}
      <div style={{ marginLeft: 'auto' }}>
        <FieldActions row={row} isChanged={isChanged} />
      </div>
      {problem !== null && (
        <div className={`${classes.problem} ${classes.aside}`} style={{ flexBasis: '100%' }} role="status">
          {problem}
        </div>
      )}
    </div>
  )
})

// What a group holds says where it comes from in rows of its own; a list is one value, whichever of its elements was changed.
function describeChange({ kind, byDefault }: HolderRowModel, origin: DraftOrigin): string {
  if (kind === 'group') return 'changed'
  const from = origin.kind === 'default' ? [] : [presentOrigin(origin)]
  return ['changed', `default ${presentValue(byDefault)}`, ...from].join(' · ')
}
