import { Button, Group, Select, Slider, Switch, Text, TextInput } from '@mantine/core'
import { IconSearch, IconZoomReset } from '@tabler/icons-react'
import { axisName } from '../../../charts/chart-axis.ts'
import type { ChartSettings } from './chart-settings.ts'

const OWN_AXIS = ''

/** What all charts of a page have in common. */
export function ChartToolbar({
  settings,
  onChange,
  metrics,
}: {
  readonly settings: ChartSettings
  readonly onChange: (change: Partial<ChartSettings>) => void
  readonly metrics: readonly string[]
}) {
  const { search, axis, style, zoom } = settings
  return (
    <Group gap="md" mb="md" align="center">
      <TextInput
        aria-label="Search metrics"
        placeholder="Search metrics"
        leftSection={<IconSearch size={15} />}
        value={search}
        onChange={(event) => onChange({ search: event.currentTarget.value })}
        flex="1 1 160px"
        maw={280}
      />
      <Select
        aria-label="x-axis"
        data={[
          { value: OWN_AXIS, label: 'x: as defined' },
          ...['_step', '_runtime', '_timestamp'].map((key) => ({ value: key, label: `x: ${axisName(key)}` })),
          { group: 'Metrics', items: metrics.map((name) => ({ value: name, label: name })) },
        ]}
        value={axis ?? OWN_AXIS}
        onChange={(value) => onChange({ axis: value === OWN_AXIS ? null : value, zoom: null })}
        allowDeselect={false}
        searchable
        w={190}
      />
      <Group gap="xs" wrap="nowrap">
        <Text size="sm" component="span">
          Smoothing
        </Text>
        <Slider
          thumbLabel="Smoothing"
          min={0}
          max={0.99}
          step={0.01}
          label={(value) => value.toFixed(2)}
          value={style.smoothing}
          onChange={(smoothing) => onChange({ style: { ...style, smoothing } })}
          w={120}
        />
      </Group>
      <Switch
        label="Log scale"
        checked={style.isLogarithmic}
        onChange={(event) => onChange({ style: { ...style, isLogarithmic: event.currentTarget.checked } })}
      />
      {zoom !== null && (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconZoomReset size={15} />}
          onClick={() => onChange({ zoom: null })}
        >
          Reset zoom
        </Button>
      )}
    </Group>
  )
}
