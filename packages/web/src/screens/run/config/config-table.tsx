import { Badge, Table, Title } from '@mantine/core'
import type { JsonValue } from '@slipway/core'
import type { ConfigRow } from './config-rows.ts'
import classes from './config.module.css'

/** The values of the run config, or of one config file. */
export function ConfigTable({ file, rows }: { readonly file: string | null; readonly rows: readonly ConfigRow[] }) {
  const title = file ?? 'Run config'
  return (
    <section aria-label={title}>
      <Title order={2} size="h5" mb={4} className={file === null ? '' : 'mono'}>
        {title}
      </Title>
      <Table.ScrollContainer minWidth={520} type="native" tabIndex={0} role="region" aria-label={`Values of ${title}`}>
        <Table className={classes['table'] ?? ''} verticalSpacing={5} layout="fixed">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w="32%">Input</Table.Th>
              <Table.Th>Value</Table.Th>
              <Table.Th>Default</Table.Th>
              <Table.Th w="24%">Source</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.path} className={row.isChanged ? (classes['changed'] ?? '') : ''}>
                <Table.Td className="mono">{row.path}</Table.Td>
                <Table.Td className="mono" fw={row.isChanged ? 600 : undefined}>
                  {formatValue(row.value)}
                </Table.Td>
                <Table.Td className="mono">{formatValue(row.default)}</Table.Td>
                <Table.Td>
                  {row.isChanged && (
                    <Badge size="xs" variant="light" tt="none" mr={6}>
                      changed
                    </Badge>
                  )}
                  {row.source}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  )
}

function formatValue(value: JsonValue | undefined): string {
  if (value === undefined) return '–'
  return JSON.stringify(value)
}
