import { Stack, TextInput, type TextInputProps } from '@mantine/core'
import type { TemplateVariable } from '@slipway/core'
import { useMemo } from 'react'
import classes from '../../inputs/form/form.module.css'
import { findNumberScale } from '../../inputs/form/number-scale.ts'
import { ScaleSlider } from '../../inputs/form/scale-slider.tsx'
import { writeTyped } from '../../inputs/model/typed-text.ts'

/** The field of a template variable that is a number; between two bounds it has a slider, as inputs have. */
export function TemplateNumber({
  variable: { name, schema },
  text,
  onChange,
  ...field
}: Pick<TextInputProps, 'label' | 'description' | 'error' | 'placeholder'> & {
  readonly variable: TemplateVariable
  /** Empty takes the default. */
  readonly text: string
  readonly onChange: (text: string) => void
}) {
  const kind = schema.type === 'integer' ? 'integer' : 'number'
  const scale = useMemo(() => findNumberScale({ kind, keywords: { ...schema } }, schema.default), [kind, schema])
  const isEmpty = text.trim() === ''
  return (
    <Stack gap={2}>
      <TextInput
        {...field}
        inputMode={kind === 'integer' ? 'numeric' : 'decimal'}
        autoComplete="off"
        value={text}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {scale !== null && (
        <div className={classes.number}>
          <ScaleSlider
            name={name}
            scale={scale}
            value={isEmpty ? schema.default : Number(text)}
            text={!isEmpty ? text : schema.default === undefined ? 'no value' : writeTyped(schema.default)}
            onChange={(value) => onChange(writeTyped(value))}
          />
        </div>
      )}
    </Stack>
  )
}
