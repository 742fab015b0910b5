import { type PushToRunQueueByNameInput, WebLaunchDocument } from '@slipway/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { ApiError, type ApiProblem } from '../../api/api-error.ts'
import { ask } from '../../api/ask.ts'
import { showLaunched } from './show-launched.tsx'
import { randomId } from './tab-id.ts'

/** A server that restarts is back in seconds; the key makes it safe to send again what may have arrived. */
const MAX_TRIES = 30
const MAX_DELAY_MS = 5000

const NO_PROBLEMS: readonly ApiProblem[] = []

/** Sends launches, each of them once. */
export interface LaunchSender {
  /** Launches; while a launch is under way another call does nothing. */
  readonly send: (input: PushToRunQueueByNameInput) => void
  readonly isSending: boolean
  /** Why the last launch was refused, value by value; empty when it was not. */
  readonly problems: readonly ApiProblem[]
  /** Why the last launch failed; null when it did not. */
  readonly error: ApiError | null
  /** What was launched from this form, the newest first. */
  readonly launchedIds: readonly string[]
}

/** Creates the sender of a form. `onLaunched` is called after each launch. */
export function useLaunch(onLaunched: () => void): LaunchSender {
  const queryClient = useQueryClient()
  const router = useRouter()
  const [launchedIds, setLaunchedIds] = useState<readonly string[]>([])
  // The same launch keeps its key until it is known what became of it.
  const pending = useRef<{ readonly text: string; readonly launchKey: string } | null>(null)
  const isSending = useRef(false)
  const mutation = useMutation({
    mutationFn: (input: PushToRunQueueByNameInput) => ask(WebLaunchDocument, { input }),
    retry: (count, error) => isUnknown(error) && count < MAX_TRIES,
    retryDelay: (count) => Math.min(300 * 2 ** count, MAX_DELAY_MS),
    async onSuccess({ pushToRunQueueByName: pushed }) {
      pending.current = null
      const item = pushed?.runQueueItem ?? null
      if (item === null) return
      setLaunchedIds((before) => [item.id, ...before])
      showLaunched(router, { id: item.id, queue: item.runQueue })
      onLaunched()
      await queryClient.invalidateQueries({ queryKey: ['launch', 'waiting'] })
    },
    onError(error) {
      if (!isUnknown(error)) pending.current = null
    },
    onSettled: () => void (isSending.current = false),
  })
  const error = mutation.error instanceof ApiError ? mutation.error : null
  return {
    send(input) {
      if (isSending.current) return
      isSending.current = true
      const text = JSON.stringify(input)
      if (pending.current?.text !== text) pending.current = { text, launchKey: randomId() }
      mutation.mutate({ ...input, launchKey: pending.current.launchKey })
    },
    isSending: mutation.isPending,
    problems: error?.problems ?? NO_PROBLEMS,
    error,
    launchedIds,
  }
}

/** Whether a launch may have been queued although no answer came. */
function isUnknown(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'unreachable'
}
