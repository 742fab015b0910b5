import { Box, Loader, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { messageOf } from '../../../api/api-error.ts'
import { buildFileStartQuery } from '../../../api/read-file-start.ts'
import { formatBytes } from '../../../components/format-bytes.ts'
import type { FileKind } from './file-kind.ts'
import classes from './files.module.css'
import { parseCsv } from './parse-csv.ts'

const MAX_ROWS = 200
const MAX_COLUMNS = 40

/** The text of a file, or its first part; a table for CSV. */
export function TextPreview({
  address,
  kind,
  name,
  size,
}: {
  readonly address: string
  readonly kind: FileKind
  readonly name: string
  /** In bytes. */
  readonly size: number
}) {
  const { data, error } = useQuery(buildFileStartQuery(address, size))
  if (error !== null) {
    return (
      <Text size="sm" c="red" role="alert">
        {messageOf(error)}
      </Text>
    )
  }
  if (data === undefined) return <Loader size="sm" aria-label="Loading the file" />
  if (data.text === null) {
    return (
      <Text size="sm" c="var(--slipway-muted)">
        This file is not text. Download it to use it.
      </Text>
    )
  }
  return (
    <>
      {data.isCut && (
        <Text size="sm" c="var(--slipway-muted)">
          Shown is the first part of {formatBytes(size)}.
        </Text>
      )}
      {kind === 'table' ? (
        <CsvTable
          rows={parseCsv(data.text, name.endsWith('.tsv') ? '\t' : ',', MAX_ROWS + 1, data.isCut)}
          name={name}
        />
      ) : (
        <Box component="pre" className={classes['text'] ?? ''} tabIndex={0} aria-label={`Text of ${name}`}>
          {kind === 'json' && !data.isCut ? prettyJson(data.text) : data.text}
        </Box>
      )}
    </>
  )
}

function CsvTable({ rows, name }: { readonly rows: readonly (readonly string[])[]; readonly name: string }) {
  const [header = [], ...body] = rows.map((row) => row.slice(0, MAX_COLUMNS))
  return (
    <>
      <Box className={classes['text'] ?? ''} tabIndex={0} role="region" aria-label={`Rows of ${name}`}>
        <Table fz="xs" verticalSpacing={3} stickyHeader>
          <Table.Thead>
            <Table.Tr>
              {header.map((cell, column) => (
                // oxlint-disable-next-line react/no-array-index-key -- columns may share a name
                <Table.Th key={column}>{cell}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {body.map((row, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- rows have no name
              <Table.Tr key={index}>
                {row.map((cell, column) => (
                  // oxlint-disable-next-line react/no-array-index-key -- columns may share a name
                  <Table.Td key={column}>{cell}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Box>
      {body.length === MAX_ROWS && (
        <Text size="xs" c="var(--slipway-muted)">
          Shown are the first {MAX_ROWS} rows.
        </Text>
      )}
    </>
  )
}

/** Laid out where the browser can read it; a text with numbers that JSON lacks stays as it is. */
function prettyJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
