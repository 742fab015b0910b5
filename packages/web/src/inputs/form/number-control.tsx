import { TextInput } from '@mantine/core'
import { type KeyboardEvent, useMemo } from 'react'
import { writeTyped } from '../model/typed-text.ts'
import { type ControlProps, namingOf } from './control-props.ts'
import { useForm } from './form-context.ts'
import { NumberSlider } from './number-slider.tsx'
import { findNumberScale } from './number-scale.ts'
import { stepNumber } from './step-number.ts'
import { Suggestions } from './suggestions.tsx'
import classes from './form.module.css'

/** A number as text, so that 1e-5 stays as it was typed. The arrow keys go a step up or down; between two bounds a slider is beside it. */
export function NumberControl(props: ControlProps) {
  const { dispatch } = useForm()
  const { address, shape, value, typed, byDefault } = props
  const scale = useMemo(() => findNumberScale(shape, byDefault), [shape, byDefault])
  const step = (event: KeyboardEvent): void => {
    const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
    if (direction === 0 || event.altKey || typeof value !== 'number' || !Number.isFinite(value)) return
    event.preventDefault()
    dispatch({ type: 'set-raw', address, text: writeTyped(stepNumber(shape, value, direction)) })
  }
  const list = `${props.describedBy}-list`
  return (
    <div className={classes.number}>
      <TextInput
        {...namingOf(props)}
        size="xs"
        inputMode={shape.kind === 'integer' ? 'numeric' : 'decimal'}
        autoComplete="off"
        spellCheck={false}
        className={`mono ${classes.numberField}`}
        placeholder={shape.placeholder ?? (value === null ? 'null' : undefined)}
        value={typed ?? (value === null ? '' : writeTyped(value))}
        onChange={(event) => dispatch({ type: 'set-raw', address, text: event.currentTarget.value })}
        onKeyDown={step}
        {...(props.suggestions.length > 0 ? { list } : {})}
      />
      {scale !== null && <NumberSlider {...props} scale={scale} />}
      <Suggestions id={list} values={props.suggestions} />
    </div>
  )
}
