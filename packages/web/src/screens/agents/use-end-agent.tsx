import { WebDrainAgentDocument, WebStopAgentDocument } from '@slipway/api'
import { Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Agent } from '../../api/agents.ts'
import { ask } from '../../api/ask.ts'
import { showDone, showFailure } from '../../components/toast.ts'

/** Ends an agent after a question that says what that does. */
export function useEndAgent(agent: Agent): { readonly askToDrain: () => void; readonly askToStop: () => void } {
  const queryClient = useQueryClient()
  const { id, heldCount } = agent
  const name = agent.name ?? id
  const end = useMutation({
    mutationFn: async (how: 'drain' | 'stop'): Promise<void> => {
      await (how === 'drain' ? ask(WebDrainAgentDocument, { id }) : ask(WebStopAgentDocument, { id }))
    },
    onSuccess: (_data, how) =>
      showDone(
        how === 'drain'
          ? `${name} takes no more items and ends when its items have.`
          : `${name} stops what it runs and ends.`,
      ),
    onError: showFailure,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['agents', agent.entityName] }),
  })
  const held = heldCount === 1 ? 'the 1 item' : `the ${heldCount} items`
  return {
    askToDrain: () =>
      modals.openConfirmModal({
        title: `Drain ${name}?`,
        children: (
          <Text size="sm">
            It takes no more items,{' '}
            {heldCount === 0
              ? 'and since it holds none it ends at once.'
              : `finishes ${held} that it holds, and then ends.`}{' '}
            Nothing is lost.
          </Text>
        ),
        labels: { confirm: 'Drain it', cancel: 'Leave it' },
        onConfirm: () => end.mutate('drain'),
      }),
    askToStop: () =>
      modals.openConfirmModal({
        title: `Stop ${name}?`,
        children: (
          <Text size="sm">
            {heldCount === 0
              ? 'It holds no item and ends at once.'
              : `It stops ${held} that it holds, and ends. What those programs did not save is lost.`}
          </Text>
        ),
        labels: { confirm: 'Stop it', cancel: 'Let it run' },
        confirmProps: { color: 'red' },
        onConfirm: () => end.mutate('stop'),
      }),
  }
}
