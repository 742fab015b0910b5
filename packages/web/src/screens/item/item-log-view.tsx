import { Alert, Group, Loader, ScrollArea, Switch, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { messageOf } from '../../api/api-error.ts'
import { useSteadyRefresh } from '../../api/live/use-steady-refresh.ts'
import { buildItemLogQuery } from '../../api/queue-items.ts'
import { CopyButton } from '../../components/copy-button.tsx'
import { toPlainText } from './plain-text.ts'

/** More than this is not put on the page; the whole log is had by the command line. */
const MAX_SHOWN = 400_000

/** What the program of an item writes, as it comes. */
export function ItemLogView({ id }: { readonly id: string }) {
  const query = useQuery(buildItemLogQuery(id))
  const [isFollowing, setIsFollowing] = useState(true)
  const view = useRef<HTMLDivElement>(null)
  useSteadyRefresh([{ kind: 'RUN_QUEUE_ITEM', id }], [['item-log', id]])
  const text = query.data?.text ?? ''
  useEffect(() => {
    if (isFollowing && text !== '') view.current?.scrollTo({ top: view.current.scrollHeight })
  }, [text, isFollowing])
  if (query.isError) {
    return (
      <Alert color="red" role="alert">
        {messageOf(query.error)}
      </Alert>
    )
  }
  if (query.isPending) return <Loader size="sm" aria-label="Loading the log" />
  const plain = toPlainText(text)
  const isCut = plain.length > MAX_SHOWN
  return (
    <>
      <Group justify="space-between" mb="xs">
        <Text size="sm" c="var(--slipway-muted)">
          {query.data.isComplete ? 'Complete' : 'As it comes'}
          {isCut && `, the last part; the whole is had with: slipway item logs ${id}`}
        </Text>
        <Group gap="sm">
          {!query.data.isComplete && (
            <Switch
              size="xs"
              label="Follow"
              checked={isFollowing}
              onChange={(event) => setIsFollowing(event.currentTarget.checked)}
            />
          )}
          <CopyButton text={plain} what="the log" />
        </Group>
      </Group>
      {plain === '' ? (
        <Text size="sm">
          {query.data.isComplete ? 'It wrote nothing.' : 'Nothing yet: what it writes appears here.'}
        </Text>
      ) : (
        <ScrollArea.Autosize
          mah={480}
          viewportRef={view}
          viewportProps={{ tabIndex: 0, role: 'log', 'aria-label': `Log of item ${id}` }}
          style={{ border: '1px solid var(--slipway-border)', borderRadius: 'var(--mantine-radius-md)' }}
        >
          <pre
            className="mono"
            style={{
              margin: 0,
              padding: 12,
              fontSize: 12.5,
              lineHeight: 1.5,
              whiteSpace: 'pre-wrap',
              overflowWrap: 'anywhere',
            }}
          >
            {isCut ? plain.slice(-MAX_SHOWN) : plain}
          </pre>
        </ScrollArea.Autosize>
      )}
    </>
  )
}
