import { Autocomplete } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { formatSecretReference, parseSecretReference } from '@slipway/core'
import { type ControlProps, namingOf } from './control-props.ts'
import { useForm } from './form-context.ts'

/** Chooses a secret by its name; the value that results is `secret://NAME`. What is no reference is not shown. */
export function SecretControl(props: ControlProps) {
  const { dispatch, secrets } = useForm()
  const { address, value } = props
  const name = value === undefined || value === null ? '' : parseSecretReference(value)
  return (
    <Autocomplete
      {...namingOf(props)}
      size="xs"
      data={[...secrets]}
      placeholder={value !== undefined && name === null ? 'hidden: choose a secret instead' : 'choose a secret'}
      leftSection={<IconKey size={14} aria-hidden />}
      value={name ?? ''}
      onChange={(text) => {
        const reference = text.startsWith('secret://') ? text : formatSecretReference(text)
        dispatch({ type: 'set-value', address, value: text === '' ? '' : reference })
      }}
    />
  )
}
