import { Code, Table, Text } from '@mantine/core'
import { describeHelp, describeLimits, formatInputPath, stringifyJson, type ResolvedInput } from '@slipway/core'

/** Inputs as path, type, default, limits and help; columns that would be empty are left out. */
export function InputTable({ inputs }: { readonly inputs: readonly ResolvedInput[] }) {
  const rows = inputs.map((input) => ({
    path: formatInputPath(input.address.path),
    type: input.type,
    value: input.default === undefined ? null : stringifyJson(input.default),
    limits: describeLimits(input.schema),
    help: describeHelp(input.schema),
  }))
  const hasLimits = rows.some(({ limits }) => limits !== '')
  const hasHelp = rows.some(({ help }) => help !== '')
  return (
    <Table.ScrollContainer minWidth={480} type="native">
      <Table highlightOnHover verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="25%" miw={200}>
              Input
            </Table.Th>
            <Table.Th w={90}>Type</Table.Th>
            <Table.Th {...(hasLimits || hasHelp ? { w: '18%' } : {})} miw={130}>
              Default
            </Table.Th>
            {hasLimits && <Table.Th>Limits</Table.Th>}
            {hasHelp && <Table.Th>Help</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ path, type, value, limits, help }) => (
            <Table.Tr key={path}>
              <Table.Td className="mono" style={{ overflowWrap: 'anywhere' }}>
                {path}
              </Table.Td>
              <Table.Td>
                <Text size="sm" c="var(--slipway-muted)" className="mono">
                  {type}
                </Text>
              </Table.Td>
              <Table.Td maw={320}>
                {value === null ? (
                  <Text size="sm" c="var(--slipway-muted)">
                    none
                  </Text>
                ) : (
                  <Code style={{ overflowWrap: 'anywhere' }}>{value}</Code>
                )}
              </Table.Td>
              {hasLimits && <Table.Td>{limits}</Table.Td>}
              {hasHelp && <Table.Td>{help}</Table.Td>}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
