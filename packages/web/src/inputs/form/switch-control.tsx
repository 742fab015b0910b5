import { NativeSelect, Switch } from '@mantine/core'
import { type ControlProps, namingOf } from './control-props.ts'
import { useForm } from './form-context.ts'

/** True or false; a list of three where null is a value too. */
export function SwitchControl(props: ControlProps) {
  const { dispatch } = useForm()
  const { address, shape, value } = props
  const { error: _error, ...naming } = namingOf(props)
  if (shape.isNullable) {
    return (
      <NativeSelect
        {...naming}
        size="xs"
        value={value === null || value === undefined ? 'null' : value === true ? 'true' : 'false'}
        data={['true', 'false', 'null']}
        onChange={(event) => {
          const text = event.currentTarget.value
          dispatch({ type: 'set-value', address, value: text === 'null' ? null : text === 'true' })
        }}
      />
    )
  }
  return (
    <Switch
      {...naming}
      size="sm"
      checked={value === true}
      onChange={(event) => dispatch({ type: 'set-value', address, value: event.currentTarget.checked })}
    />
  )
}
