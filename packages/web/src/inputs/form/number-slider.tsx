import { writeTyped } from '../model/typed-text.ts'
import type { ControlProps } from './control-props.ts'
import { useForm } from './form-context.ts'
import type { NumberScale } from './number-scale.ts'
import { ScaleSlider } from './scale-slider.tsx'

/** The slider of an input. What it is set to is written into the field; what is typed there stays as it is. */
export function NumberSlider({
  address,
  value,
  typed,
  name,
  describedBy,
  scale,
}: ControlProps & { readonly scale: NumberScale }) {
  const { dispatch } = useForm()
  return (
    <ScaleSlider
      name={name}
      describedBy={describedBy}
      scale={scale}
      value={value}
      text={typed ?? writeTyped(value)}
      onChange={(next) => dispatch({ type: 'set-raw', address, text: writeTyped(next) })}
    />
  )
}
