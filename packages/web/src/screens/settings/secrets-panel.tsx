import { Badge, Button, Code, Group, Stack, Table, Text } from '@mantine/core'
import { WebDeleteSecretDocument } from '@slipway/api'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useLiveQueries } from '../../api/live/use-live.ts'
import { buildSecretsQuery, settingsKey } from '../../api/settings.ts'
import { useViewer } from '../../app/use-viewer.ts'
import { confirmDanger } from '../../components/confirm.tsx'
import { EntitySelect } from '../../components/entity-select.tsx'
import { LoadMore } from '../../components/load-more.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import { useChange } from '../../components/use-change.ts'
import { NoPermission } from './no-permission.tsx'
import { SecretForm } from './secret-form.tsx'

const route = getRouteApi('/shell/settings')

/** The secrets of a person or team: set and deleted here, never shown. */
export function SecretsPanel() {
  const viewer = useViewer()
  const { entity = viewer.entity ?? '' } = route.useSearch()
  const navigate = route.useNavigate()
  const query = useSuspenseInfiniteQuery(buildSecretsQuery(entity))
  const secrets = query.data
  useLiveQueries(
    secrets === null
      ? []
      : [
          { kind: 'SECRETS', entityName: entity },
          { kind: 'RUN_QUEUES', entityName: entity },
        ],
    [buildSecretsQuery(entity).queryKey],
  )
  const remove = useChange(WebDeleteSecretDocument, {
    done: ({ name }) => `The secret "${name}" is deleted.`,
    changes: [settingsKey],
  })
  return (
    <Stack maw={960}>
      <Group justify="space-between">
        <Text size="sm" c="dimmed" maw={600}>
          An input or a queue refers to a secret as <Code>secret://NAME</Code>. Only the program gets the value, in an
          environment variable; nobody sees it again.
        </Text>
        <EntitySelect value={entity} onChange={(next) => void navigate({ search: { tab: 'secrets', entity: next } })} />
      </Group>
      {secrets !== null && <SecretForm key={entity} entity={entity} />}
      {secrets === null ? (
        <NoPermission title={`The secrets of "${entity}" are not yours to see`}>
          There is no such person or team, or you do not belong to it. Ask a member of the team to add you, or choose
          one of yours above.
        </NoPermission>
      ) : secrets.length === 0 ? (
        <Text c="dimmed">{entity} has no secrets yet.</Text>
      ) : (
        <Table.ScrollContainer minWidth={640} type="native">
          <Table verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Secret</Table.Th>
                <Table.Th>Variable</Table.Th>
                <Table.Th>Set</Table.Th>
                <Table.Th>Last used</Table.Th>
                <Table.Th>Queues</Table.Th>
                <Table.Th aria-label="Delete" />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {secrets.map((secret) => (
                <Table.Tr key={secret.name}>
                  <Table.Td>
                    <Group gap="xs">
                      <span className="mono">{secret.name}</span>
                      {!secret.isReadable && (
                        <Badge color="red" variant="outline" tt="none" size="sm">
                          set it again: its key is gone
                        </Badge>
                      )}
                    </Group>
                  </Table.Td>
                  <Table.Td className="mono">{secret.variable}</Table.Td>
                  <Table.Td>
                    <RelativeTime at={secret.updatedAt} /> by {secret.updatedBy}
                  </Table.Td>
                  <Table.Td>
                    <RelativeTime at={secret.lastUsedAt} />
                  </Table.Td>
                  <Table.Td>{secret.runQueues.map(({ name }) => name).join(', ')}</Table.Td>
                  <Table.Td ta="right">
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      color="red"
                      aria-label={`Delete the secret ${secret.name}`}
                      onClick={() =>
                        confirmDanger({
                          title: `Delete the secret "${secret.name}"?`,
                          text: 'Items that refer to it and have not started will fail.',
                          action: 'Delete the secret',
                          onConfirm: () => remove.mutate({ entityName: entity, name: secret.name }),
                        })
                      }
                    >
                      Delete
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <LoadMore query={query} />
    </Stack>
  )
}
