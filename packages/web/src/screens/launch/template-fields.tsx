import { Grid, Select, TextInput } from '@mantine/core'
import { type Problem, stringifyJson, type TemplateVariable } from '@slipway/core'
import type { LaunchSettings } from './launch-settings.ts'
import { TemplateNumber } from './template-number.tsx'

/** A field for each template variable of the queue, with its limits. Empty takes the default. */
export function TemplateFields({
  variables,
  settings,
  problems,
  onChange,
}: {
  readonly variables: readonly TemplateVariable[]
  readonly settings: LaunchSettings
  readonly problems: readonly Problem[]
  readonly onChange: (settings: Partial<LaunchSettings>) => void
}) {
  return (
    <Grid gap="md">
      {variables.map((variable) => (
        <Grid.Col key={variable.name} span={{ base: 12, xs: 6 }}>
          <TemplateField
            variable={variable}
            text={settings.templateTexts[variable.name] ?? ''}
            error={problems.find(({ path }) => path === `template_variables.${variable.name}`)?.message}
            onChange={(text) => onChange({ templateTexts: { ...settings.templateTexts, [variable.name]: text } })}
          />
        </Grid.Col>
      ))}
    </Grid>
  )
}

function TemplateField({
  variable,
  text,
  error,
  onChange,
}: {
  readonly variable: TemplateVariable
  readonly text: string
  readonly error: string | undefined
  readonly onChange: (text: string) => void
}) {
  const { name, schema } = variable
  const byDefault = schema.default === undefined ? '' : plain(schema.default)
  const shared = {
    'data-setting': `template_variables.${name}`,
    label: name,
    description: describeLimits(schema),
    error,
  }
  if (schema.enum !== undefined) {
    return (
      <Select
        {...shared}
        data={schema.enum.map(plain)}
        value={text === '' ? null : text}
        placeholder={byDefault === '' ? 'Choose one' : `${byDefault} (default)`}
        clearable
        clearButtonProps={{ 'aria-label': `Clear ${name}` }}
        onChange={(value) => onChange(value ?? '')}
      />
    )
  }
  const placeholder = byDefault === '' ? 'needs a value' : `${byDefault} (default)`
  if (schema.type !== 'string') {
    return <TemplateNumber {...shared} variable={variable} placeholder={placeholder} text={text} onChange={onChange} />
  }
  return (
    <TextInput
      {...shared}
      placeholder={placeholder}
      value={text}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

function describeLimits({ type, minimum, maximum, enum: allowed }: TemplateVariable['schema']): string {
  if (allowed !== undefined) return 'one of a list'
  const kind = { string: 'text', integer: 'whole number', number: 'number' }[type]
  const from = minimum === undefined ? '' : ` from ${minimum}`
  const to = maximum === undefined ? '' : ` up to ${maximum}`
  return `${kind}${from}${to}`
}

function plain(value: Parameters<typeof stringifyJson>[0]): string {
  return typeof value === 'string' ? value : stringifyJson(value)
}
