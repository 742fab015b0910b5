import { Button, TextInput } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { isSameJson } from '@slipway/core'
import { writeTyped } from '../model/typed-text.ts'
import { AnyControl } from './any-control.tsx'
import { type ControlProps, namingOf } from './control-props.ts'
import { useForm } from './form-context.ts'

/** A value that the schema fixes: shown, and locked. Where the value is another one, it can be set right. */
export function ConstantControl(props: ControlProps) {
  const { dispatch } = useForm()
  const { address, shape, value } = props
  const constant = shape.constant ?? null
  if (value !== undefined && !isSameJson(value, constant)) {
    return (
      <>
        <AnyControl {...props} />
        <Button
          size="compact-xs"
          variant="light"
          onClick={() => dispatch({ type: 'set-value', address, value: constant })}
        >
          Set to {writeTyped(constant)}
        </Button>
      </>
    )
  }
  const { error: _error, ...naming } = namingOf(props)
  return (
    <TextInput
      {...naming}
      size="xs"
      className="mono"
      readOnly
      variant="filled"
      value={writeTyped(constant)}
      rightSection={<IconLock size={14} aria-hidden />}
    />
  )
}
