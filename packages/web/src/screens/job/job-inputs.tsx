import { Alert, Group, Stack, Text, Title } from '@mantine/core'
import { IconInfoCircle, IconSearchOff } from '@tabler/icons-react'
import { decodeJobInputs, describeHelp, formatInputAddress, resolveInputs, type ResolvedInput } from '@slipway/core'
import { useMemo, useState } from 'react'
import type { JobVersionDetails } from '../../api/jobs.ts'
import { SearchInput } from '../../components/search-input.tsx'
import { StatePage } from '../../components/state-page.tsx'
import { InputTable } from './input-table.tsx'

/** The inputs of a version: one table for the run config and one for each config file. */
export function JobInputs({ version }: { readonly version: JobVersionDetails }) {
  const [search, setSearch] = useState('')
  const inputs = useMemo(
    () => resolveInputs(decodeJobInputs(version.inputs), { config: {}, files: {} }),
    [version.inputs],
  )
  if (version.isPartial) {
    return (
      <Alert icon={<IconInfoCircle size={18} />}>
        The inputs of this version are not known until its first run. Until then a launch may set any.
      </Alert>
    )
  }
  if (inputs.length === 0) {
    return <Alert icon={<IconInfoCircle size={18} />}>This version has no inputs: a launch runs it as it is.</Alert>
  }
  const found = inputs.filter((input) => matches(input, search.trim().toLowerCase()))
  return (
    <Stack>
      <Group justify="space-between">
        <SearchInput label="Search inputs" value={search} onChange={setSearch} />
        <Text size="sm" c="var(--slipway-muted)">
          {found.length === inputs.length ? `${inputs.length} inputs` : `${found.length} of ${inputs.length} inputs`}
        </Text>
      </Group>
      {found.length === 0 && <StatePage icon={IconSearchOff} title={`No input matches "${search}"`} />}
      {[...Map.groupBy(found, ({ address }) => address.file)].map(([file, group]) => (
        <section key={file ?? ''} aria-label={file ?? 'Run config'}>
          <Title order={2} size="h5" mb={4} className={file === null ? undefined : 'mono'}>
            {file ?? 'Run config'}
          </Title>
          <InputTable inputs={group} />
        </section>
      ))}
    </Stack>
  )
}

function matches(input: ResolvedInput, text: string): boolean {
  return (
    text === '' ||
    formatInputAddress(input.address).toLowerCase().includes(text) ||
    describeHelp(input.schema).toLowerCase().includes(text)
  )
}
