import { Checkbox, Group, MultiSelect } from '@mantine/core'
import { type JsonValue, isSameJson } from '@slipway/core'
import { isList } from '../model/tree-edit.ts'
import { writeTyped } from '../model/typed-text.ts'
import { type ControlProps, namingOf } from './control-props.ts'
import { useForm } from './form-context.ts'

const MAX_BOXES = 8

/** Several of the values that the schema lists: boxes, or a list to search in where there are many. */
export function ChoicesControl(props: ControlProps) {
  const { dispatch } = useForm()
  const { address, shape, value } = props
  const chosen = isList(value) ? value : []
  const { error: _error, 'data-control': control, ...naming } = namingOf(props)
  const set = (values: readonly JsonValue[]): void => dispatch({ type: 'set-value', address, value: values })
  if (shape.choices.length > MAX_BOXES) {
    return (
      <MultiSelect
        {...naming}
        data-control={control}
        size="xs"
        searchable
        data={shape.choices.map((choice, index) => ({ value: String(index), label: labelOf(choice) }))}
        value={chosen.map((item) => String(shape.choices.findIndex((choice) => isSameJson(choice.value, item))))}
        onChange={(places) => set(places.flatMap((place) => shape.choices[Number(place)]?.value ?? []))}
      />
    )
  }
  return (
    <Group role="group" gap="sm" {...naming}>
      {shape.choices.map((choice) => (
        <Checkbox
          key={writeTyped(choice.value)}
          size="xs"
          data-control={control}
          label={labelOf(choice)}
          checked={chosen.some((item) => isSameJson(item, choice.value))}
          onChange={(event) =>
            set(
              event.currentTarget.checked
                ? [...chosen, choice.value]
                : chosen.filter((item) => !isSameJson(item, choice.value)),
            )
          }
        />
      ))}
    </Group>
  )
}

function labelOf({ label, value }: { readonly label: string | null; readonly value: JsonValue }): string {
  return label ?? writeTyped(value)
}
