import { TextInput } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { writeTyped } from '../model/typed-text.ts'
import { type ControlProps, namingOf } from './control-props.ts'
import { useForm } from './form-context.ts'
import { stepNumber } from './step-number.ts'
import { Suggestions } from './suggestions.tsx'

/** A number as text, so that 1e-5 stays as it was typed. The arrow keys go a step up or down. */
export function NumberControl(props: ControlProps) {
  const { dispatch } = useForm()
  const { address, shape, value, typed } = props
  const step = (event: KeyboardEvent): void => {
    const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
    if (direction === 0 || event.altKey || typeof value !== 'number') return
    event.preventDefault()
    dispatch({ type: 'set-raw', address, text: String(stepNumber(shape, value, direction)) })
  }
  const list = `${props.describedBy}-list`
  return (
    <>
      <TextInput
        {...namingOf(props)}
        size="xs"
        inputMode={shape.kind === 'integer' ? 'numeric' : 'decimal'}
        autoComplete="off"
        spellCheck={false}
        className="mono"
        placeholder={shape.placeholder ?? (value === null ? 'null' : undefined)}
        value={typed ?? (value === null ? '' : writeTyped(value))}
        onChange={(event) => dispatch({ type: 'set-raw', address, text: event.currentTarget.value })}
        onKeyDown={step}
        {...(props.suggestions.length > 0 ? { list } : {})}
      />
      <Suggestions id={list} values={props.suggestions} />
    </>
  )
}
