import { Button, Group } from '@mantine/core'
import { simplestValue } from '@slipway/core'
import { type ControlProps, namingOf } from './control-props.ts'
import { useForm } from './form-context.ts'
import classes from './form.module.css'

/** Null in the place of a group or a list: it can be filled in, and its parts are edited then. */
export function NullControl(props: ControlProps) {
  const { dispatch } = useForm()
  const { address, shape, byDefault, name } = props
  const { error: _error, 'aria-label': _name, ...naming } = namingOf(props)
  const value = byDefault === null || byDefault === undefined ? simplestValue(shape) : byDefault
  return (
    <Group gap="xs">
      <span className={`${classes.note} mono`}>null</span>
      <Button
        {...naming}
        size="compact-xs"
        variant="default"
        aria-label={`Fill in ${name}`}
        onClick={() => dispatch({ type: 'set-value', address, value })}
      >
        Fill in
      </Button>
    </Group>
  )
}
