import { Badge, Tooltip, type MantineColor } from '@mantine/core'

/** Colours by what a state means; the word is always beside the colour. */
const COLOURS: Readonly<Record<string, MantineColor>> = {
  pending: 'gray',
  leased: 'cyan',
  claimed: 'blue',
  starting: 'cyan',
  running: 'blue',
  stopping: 'orange',
  finished: 'green',
  failed: 'red',
  crashed: 'red',
  stopped: 'orange',
  killed: 'orange',
  cancelled: 'gray',
  preempted: 'yellow',
  preempting: 'yellow',
  polling: 'green',
  draining: 'orange',
  lost: 'red',
}

/** The colour of a state of a run, an item or an agent. */
export function stateColour(state: string): MantineColor {
  return COLOURS[state.toLowerCase()] ?? 'gray'
}

/** A state as a coloured word, with its reason on hover. */
export function StateBadge({
  state,
  reason,
}: {
  readonly state: string | null | undefined
  readonly reason?: string | null
}) {
  const name = (state ?? 'unknown').toLowerCase()
  const colour = stateColour(name)
  // The shades that Mantine takes for text are too pale on their own background.
  const text = `light-dark(color-mix(in srgb, var(--mantine-color-${colour}-9), black 40%), var(--mantine-color-${colour}-2))`
  const badge = (
    <Badge variant="light" color={colour} c={text} tt="none" fw={600} radius="sm" miw="max-content">
      {name}
    </Badge>
  )
  return reason ? (
    <Tooltip label={reason} multiline maw={420}>
      {badge}
    </Tooltip>
  ) : (
    badge
  )
}
