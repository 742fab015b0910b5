import type { CSSProperties } from 'react'
import classes from './form.module.css'
import type { NumberScale } from './number-scale.ts'

/** A slider between the bounds of a number. */
export function ScaleSlider({
  name,
  describedBy,
  scale,
  value,
  text,
  onChange,
}: {
  /** What is slid. */
  readonly name: string
  readonly describedBy?: string
  readonly scale: NumberScale
  /** What is no number is at the lower end. */
  readonly value: unknown
  /** The value as it stands in the field. */
  readonly text: string
  readonly onChange: (value: number) => void
}) {
  const place = typeof value === 'number' && Number.isFinite(value) ? scale.placeOf(value) : 0
  return (
    <input
      type="range"
      className={classes.slider}
      aria-label={`Slider of ${name}`}
      aria-describedby={describedBy}
      aria-valuetext={text}
      min={0}
      max={scale.last}
      step={1}
      value={place}
      style={{ '--slider-filled': `${(100 * place) / scale.last}%` } as CSSProperties}
      onChange={(event) => onChange(scale.valueAt(Number(event.currentTarget.value)))}
    />
  )
}
