import { Table, Text } from '@mantine/core'
import type { JsonValue } from '@slipway/core'
import type { BuiltLaunch } from './build-launch.ts'
import { PRIORITIES } from './launch-settings.ts'
import { formatResourceSettings } from './resource-text.ts'

/** What a launch sets beside its inputs and its place: whoever opens a link of somebody else's sees all that it would do. */
export function ReviewSettings({ built }: { readonly built: BuiltLaunch }) {
  const settings = listSettings(built)
  if (settings.length === 0) return null
  return (
    <Table.ScrollContainer minWidth={280}>
      <Table verticalSpacing="xs" aria-label="Settings of the launch">
        <Table.Tbody>
          {settings.map(({ name, text }) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" w="28%">
                {name}
              </Table.Th>
              <Table.Td>
                <Text size="sm" className="mono" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                  {text}
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

interface NamedSetting {
  readonly name: string
  readonly text: string
}

function listSettings({ spec, input }: BuiltLaunch): readonly NamedSetting[] {
  const { args, entryPoint } = spec.overrides
  const priority = input?.priority === null || input?.priority === undefined ? undefined : PRIORITIES[input.priority]
  const settings = formatResourceSettings(spec.resourceArgs).trimEnd()
  const variables = readVariables(input?.templateVariableValues ?? null)
  return [
    ...(priority === undefined ? [] : [{ name: 'Priority', text: priority }]),
    ...variables,
    ...(entryPoint === null ? [] : [{ name: 'Command', text: entryPoint.join('\n') }]),
    ...(args.length === 0 ? [] : [{ name: 'Arguments', text: args.join('\n') }]),
    ...(settings === '' ? [] : [{ name: 'Resource settings', text: settings }]),
  ]
}

function readVariables(text: string | null): readonly NamedSetting[] {
  const values: Readonly<Record<string, JsonValue>> = text === null ? {} : JSON.parse(text)
  return Object.entries(values).map(([name, value]) => ({
    name,
    text: typeof value === 'string' ? value : JSON.stringify(value),
  }))
}
