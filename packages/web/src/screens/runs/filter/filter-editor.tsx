import { Button, Group, Select, Stack, TagsInput, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { nodesOf } from '../../../api/connection.ts'
import { buildRunKeysQuery } from '../api/run-keys.ts'
import type { RunPlace } from '../api/runs.ts'
import type { RunFilter } from '../runs-search.ts'
import { fieldOf, RUN_STATES, SYSTEM_FIELDS } from './filter-fields.ts'
import { operatorsOf } from './filter-operators.ts'

/** Writes one condition: a field that runs have, an operator that suits it, and what it is compared with. */
export function FilterEditor({
  place,
  initial,
  onDone,
}: {
  readonly place: RunPlace
  readonly initial?: RunFilter
  readonly onDone: (filter: RunFilter) => void
}) {
  const [name, setName] = useState(initial?.[0] ?? null)
  const [operatorId, setOperatorId] = useState(initial?.[1] ?? null)
  const [value, setValue] = useState<RunFilter[2]>(initial?.[2] ?? '')
  const kind = name === null ? 'text' : fieldOf(name).kind
  const operators = operatorsOf(kind)
  const operator = operators.find(({ id }) => id === operatorId) ?? operators[0]
  const isReady =
    name !== null &&
    operator !== undefined &&
    (!operator.needsValue || (Array.isArray(value) ? value.length > 0 : String(value).trim() !== '')) &&
    (kind !== 'number' || !Number.isNaN(Number(value)))
  const finish = (): void => {
    if (isReady) onDone([name, operator.id, operator.needsValue ? value : ''])
  }
  return (
    <Stack
      gap="xs"
      component="form"
      onSubmit={(event) => {
        event.preventDefault()
        finish()
      }}
    >
      <FieldSelect
        place={place}
        value={name}
        onChange={(next) => {
          setName(next)
          setOperatorId(null)
          setValue(fieldOf(next).kind === 'state' ? [] : '')
        }}
      />
      <Select
        label="Condition"
        comboboxProps={{ withinPortal: false }}
        data={operators.map(({ id, label }) => ({ value: id, label }))}
        value={operator?.id ?? null}
        onChange={setOperatorId}
        allowDeselect={false}
        disabled={name === null}
      />
      {operator?.needsValue && <ValueInput kind={kind} value={value} onChange={setValue} />}
      <Group justify="flex-end">
        <Button type="submit" size="xs" disabled={!isReady}>
          {initial === undefined ? 'Add filter' : 'Change filter'}
        </Button>
      </Group>
    </Stack>
  )
}

function ValueInput({
  kind,
  value,
  onChange,
}: {
  readonly kind: ReturnType<typeof fieldOf>['kind']
  readonly value: RunFilter[2]
  readonly onChange: (value: RunFilter[2]) => void
}) {
  if (kind === 'state') {
    return (
      <TagsInput
        label="Value"
        comboboxProps={{ withinPortal: false }}
        data={RUN_STATES}
        value={Array.isArray(value) ? value : []}
        onChange={(states) => onChange(states.filter((state) => RUN_STATES.includes(state)))}
      />
    )
  }
  return (
    <TextInput
      label="Value"
      type={kind === 'time' ? 'datetime-local' : 'text'}
      description={
        kind === 'value' ? 'Numbers, true and false are taken as such; "12" in quotes is a text.' : undefined
      }
      value={String(value)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

function FieldSelect({
  place,
  value,
  onChange,
}: {
  readonly place: RunPlace
  readonly value: string | null
  readonly onChange: (name: string) => void
}) {
  const [search, setSearch] = useState('')
  const [wanted] = useDebouncedValue(search, 150)
  const isLabel = value !== null && fieldOf(value).label === wanted
  const { data } = useInfiniteQuery(buildRunKeysQuery(place, isLabel ? '' : wanted))
  const keys = (data?.pages ?? []).flatMap(nodesOf)
  const names = new Set(keys.map((key) => key.name))
  const chosen = value !== null && fieldOf(value).kind === 'value' && !names.has(value) ? [value] : []
  const items = (isInput: boolean) => keys.filter((key) => key.isInput === isInput).map(toItem)
  return (
    <Select
      label="Field"
      placeholder="Name, input or metric"
      comboboxProps={{ withinPortal: false }}
      searchable
      data-autofocus
      data={[
        { group: 'Run', items: SYSTEM_FIELDS.map(({ name, label }) => ({ value: name, label })) },
        {
          group: 'Inputs',
          items: [...chosen.map((name) => ({ value: name, label: fieldOf(name).label })), ...items(true)],
        },
        { group: 'Summary', items: items(false) },
      ]}
      value={value}
      onChange={(next) => next !== null && onChange(next)}
      searchValue={search}
      onSearchChange={setSearch}
      maxDropdownHeight={260}
      nothingFoundMessage="No such field"
    />
  )
}

function toItem({ name, path }: { readonly name: string; readonly path: string }) {
  return { value: name, label: path }
}
