import { Textarea } from '@mantine/core'
import { writeTyped } from '../model/typed-text.ts'
import { type ControlProps, namingOf } from './control-props.ts'
import { useForm } from './form-context.ts'

/** A value of any kind: a number, true, false, null or text as the command line reads it; a list or an object as JSON. */
export function AnyControl(props: ControlProps) {
  const { dispatch } = useForm()
  const { address, shape, value, typed } = props
  return (
    <Textarea
      {...namingOf(props)}
      size="xs"
      className="mono"
      autosize
      minRows={1}
      maxRows={16}
      autoComplete="off"
      spellCheck={false}
      placeholder={shape.placeholder ?? undefined}
      value={typed ?? writeTyped(value)}
      onChange={(event) => dispatch({ type: 'set-raw', address, text: event.currentTarget.value })}
    />
  )
}
