import { Textarea, TextInput } from '@mantine/core'
import type { ChangeEvent } from 'react'
import { type ControlProps, namingOf } from './control-props.ts'
import { useForm } from './form-context.ts'
import { Suggestions } from './suggestions.tsx'

const LONG = 80

/** A text; over several lines where the value or its default is. */
export function TextControl(props: ControlProps) {
  const { dispatch } = useForm()
  const { address, shape, value, byDefault } = props
  const text = typeof value === 'string' ? value : ''
  const shared = {
    ...namingOf(props),
    size: 'xs',
    className: 'mono',
    autoComplete: 'off',
    spellCheck: false,
    placeholder: shape.placeholder ?? (value === null ? 'null' : undefined),
    value: text,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      dispatch({ type: 'set-value', address, value: event.currentTarget.value }),
  } as const
  if (isLong(text) || (typeof byDefault === 'string' && isLong(byDefault))) {
    return <Textarea {...shared} autosize minRows={2} maxRows={12} />
  }
  const list = `${props.describedBy}-list`
  return (
    <>
      <TextInput {...shared} {...(props.suggestions.length > 0 ? { list } : {})} />
      <Suggestions id={list} values={props.suggestions} />
    </>
  )
}

function isLong(text: string): boolean {
  return text.includes('\n') || text.length > LONG
}
