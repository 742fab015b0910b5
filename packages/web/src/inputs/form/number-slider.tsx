import type { CSSProperties } from 'react'
import { writeTyped } from '../model/typed-text.ts'
import type { ControlProps } from './control-props.ts'
import { useForm } from './form-context.ts'
import type { NumberScale } from './number-scale.ts'
import classes from './form.module.css'

/** A slider between the bounds of a number. What it is set to is written into the field; what is typed there stays as it is. */
export function NumberSlider({
  address,
  value,
  typed,
  name,
  describedBy,
  scale,
}: ControlProps & { readonly scale: NumberScale }) {
  const { dispatch } = useForm()
  const place = typeof value === 'number' && Number.isFinite(value) ? scale.placeOf(value) : 0
  return (
    <input
      type="range"
      className={classes.slider}
      aria-label={`Slider of ${name}`}
      aria-describedby={describedBy}
      aria-valuetext={typed ?? writeTyped(value)}
      min={0}
      max={scale.last}
      step={1}
      value={place}
      style={{ '--slider-filled': `${(100 * place) / scale.last}%` } as CSSProperties}
      onChange={(event) =>
        dispatch({
          type: 'set-raw',
          address,
          text: writeTyped(scale.valueAt(Number(event.currentTarget.value))),
        })
      }
    />
  )
}
