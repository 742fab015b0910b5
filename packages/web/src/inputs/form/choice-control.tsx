import { NativeSelect } from '@mantine/core'
import { type JsonValue, isSameJson } from '@slipway/core'
import { writeTyped } from '../model/typed-text.ts'
import { type ControlProps, namingOf } from './control-props.ts'
import { useForm } from './form-context.ts'

/** One of the values that the schema lists. One that it does not list stays chosen until another is. */
export function ChoiceControl(props: ControlProps) {
  const { dispatch } = useForm()
  const { address, shape, value } = props
  const choices: { readonly value: JsonValue; readonly label: string }[] = shape.choices.map((choice) => ({
    value: choice.value,
    label: choice.label ?? writeTyped(choice.value),
  }))
  if (shape.isNullable || value === null) choices.push({ value: null, label: 'null' })
  if (value !== undefined && !choices.some((choice) => isSameJson(choice.value, value))) {
    choices.unshift({ value, label: `${writeTyped(value)} (not allowed)` })
  }
  const index = choices.findIndex((choice) => value !== undefined && isSameJson(choice.value, value))
  return (
    <NativeSelect
      {...namingOf(props)}
      size="xs"
      value={String(index)}
      data={choices.map(({ label }, place) => ({ value: String(place), label }))}
      onChange={(event) => {
        const choice = choices[Number(event.currentTarget.value)]
        if (choice !== undefined) dispatch({ type: 'set-value', address, value: choice.value })
      }}
    />
  )
}
