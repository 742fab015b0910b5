import { type CSSProperties, memo } from 'react'
import { type InputShape, type JsonValue, parseSecretReference } from '@slipway/core'
import type { DraftOrigin } from '../model/input-draft.ts'
import { Control } from './controls.tsx'
import type { FieldRow as FieldRowModel } from './form-row.ts'
import { FieldActions } from './field-actions.tsx'
import { UnionChoice } from './union-choice.tsx'
import { AbsentControl } from './absent-control.tsx'
import { isSameValue, presentBounds, presentOrigin, presentValue } from './present-value.ts'
import classes from './form.module.css'

/** One value: its name, its control, its default, where it comes from, and what is wrong with it. */
export const FieldRow = memo(function FieldRow({
  row,
  typed,
  problem,
  origin,
  hint,
  suggestions,
}: {
  readonly row: FieldRowModel
  readonly typed: string | null
  readonly problem: string | null
  readonly origin: DraftOrigin
  /** What earlier runs had here, in words. */
  readonly hint: string | null
  readonly suggestions: readonly JsonValue[]
}) {
  const { shape, value, byDefault, label, address } = row
  const isChanged = !isSameValue(value, byDefault)
  const id = `input-${row.id}`
  const name = shape.title === null || row.element !== null ? row.id : `${shape.title} (${row.id})`
  const bounds = presentBounds(shape)
  const notes = [
    byDefault === undefined ? null : `default ${presentDefault(shape, byDefault)}`,
    isChanged && origin.kind !== 'default' ? presentOrigin(origin) : null,
    bounds,
    hint,
  ].filter((note) => note !== null)
  const mark = problem === null ? (isChanged ? classes.changed : '') : classes.invalid
  return (
    <div className={`${classes.row} ${mark}`} style={{ '--depth': row.depth } as CSSProperties}>
      <div className={classes.label}>
        <span className={`${classes.key} ${shape.title === null ? 'mono' : ''}`}>{label}</span>
        {isChanged && <span className={classes.note}> · changed</span>}
        {shape.title !== null && row.element === null && (
          <div className={`${classes.note} mono`}>{address.path.at(-1)}</div>
        )}
        {shape.description !== null && row.element === null && <div className={classes.note}>{shape.description}</div>}
      </div>
      <div className={classes.control}>
        {shape.kind === 'union' && value !== undefined && <UnionChoice row={row} union={shape} name={name} />}
        {value === undefined ? (
          <AbsentControl row={row} name={name} />
        ) : (
          <Control
            address={address}
            shape={shape}
            value={value}
            typed={typed}
            name={name}
            describedBy={id}
            isInvalid={problem !== null}
            byDefault={byDefault}
            suggestions={suggestions}
          />
        )}
        <div id={id}>
          {problem !== null && (
            <div className={classes.problem} role="status">
              {problem}
            </div>
          )}
          {notes.length > 0 && <div className={classes.note}>{notes.join(' · ')}</div>}
        </div>
      </div>
      <FieldActions row={row} isChanged={isChanged} />
    </div>
  )
})

// What stands in the place of a secret and is no reference to one is not for anybody to read.
function presentDefault({ kind }: InputShape, value: JsonValue): string {
  return kind === 'secret' && parseSecretReference(value) === null ? 'hidden' : presentValue(value)
}
