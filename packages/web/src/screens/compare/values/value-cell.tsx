import type { JsonValue } from '@slipway/core'
import { formatValue } from '../../runs/columns/run-column.ts'
import type { CompareCell } from './compare-rows.ts'
import classes from './compare-values.module.css'

/** What a run has in a row: marked where it differs from the base, and where it is not the default of its job. */
export function ValueCell({
  cell,
  differs,
  base,
}: {
  readonly cell: CompareCell
  readonly differs: boolean
  readonly base: JsonValue | undefined
}) {
  const { value, standard, isChanged } = cell
  const hints = [
    value === undefined ? 'not there' : show(value),
    ...(differs ? [`differs from the base: ${base === undefined ? 'not there' : show(base)}`] : []),
    ...(isChanged && standard !== undefined ? [`the job's default: ${show(standard)}`] : []),
  ]
  return (
    <div
      role="cell"
      className={`${classes['cell']} ${differs ? classes['differs'] : ''}`}
      title={hints.join('\n')}
      data-differs={differs || undefined}
      data-changed={isChanged || undefined}
    >
      <span className={`mono ${classes['text']} ${value === undefined ? classes['none'] : ''}`}>
        {value === undefined ? '–' : formatValue(value)}
      </span>
      {isChanged && <span className={classes['mark']}>changed</span>}
    </div>
  )
}

function show(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
