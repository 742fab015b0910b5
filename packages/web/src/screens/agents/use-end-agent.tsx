import { WebDrainAgentDocument, WebStopAgentDocument } from '@slipway/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Agent } from '../../api/agents.ts'
import { ask } from '../../api/ask.ts'
import { confirmAction, confirmDanger } from '../../components/confirm.tsx'
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
      confirmAction({
        title: `Drain ${name}?`,
        text:
          heldCount === 0
            ? 'It takes no more items, and since it holds none it ends at once. Nothing is lost.'
            : `It takes no more items, finishes ${held} that it holds, and then ends. Nothing is lost.`,
        action: 'Drain it',
        refusal: 'Leave it',
        onConfirm: () => end.mutate('drain'),
      }),
    askToStop: () =>
      confirmDanger({
        title: `Stop ${name}?`,
        text:
          heldCount === 0
            ? 'It holds no item and ends at once.'
            : `It stops ${held} that it holds, and ends. What those programs did not save is lost.`,
        action: 'Stop it',
        refusal: 'Let it run',
        onConfirm: () => end.mutate('stop'),
      }),
  }
}
