import { ActionIcon, Anchor, Group, Tooltip } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { StateBadge } from '../../../components/state-badge.tsx'
import type { ComparedRun } from '../api/compared-run.ts'
import classes from './compare-values.module.css'

/** What can be done with a run of the comparison. */
export interface RunHeadingActions {
  readonly onBase: (path: string) => void
  readonly onMove: (path: string, by: -1 | 1) => void
  readonly onRemove: (path: string) => void
}

/** The head of a run's column: its name, whether it is the base, and its place. */
export function RunHeading({
  run,
  name,
  colour,
  isBase,
  position,
  count,
  actions,
}: {
  readonly run: ComparedRun
  readonly name: string
  readonly colour: string
  readonly isBase: boolean
  readonly position: number
  readonly count: number
  readonly actions: RunHeadingActions
}) {
  return (
    <div role="columnheader" className={`${classes['cell']} ${classes['runHead']}`}>
      <Group gap={6} wrap="nowrap">
        <span className={classes['swatch']} style={{ background: colour }} aria-hidden />
        <Anchor
          size="sm"
          fw={600}
          truncate
          title={run.path}
          renderRoot={(props) => (
            <Link
              to="/$entity/$project/runs/$run"
              params={{ entity: run.entityName, project: run.projectName, run: run.name }}
              {...props}
            />
          )}
        >
          {name}
        </Anchor>
      </Group>
      <Group gap={2} wrap="nowrap">
        <StateBadge state={run.state} />
        <Tooltip label={isBase ? 'The others are compared with this run' : 'Compare the others with this run'}>
          <button
            type="button"
            className={classes['base']}
            aria-pressed={isBase}
            aria-label={`${name} is the base`}
            onClick={() => actions.onBase(run.path)}
          >
            base
          </button>
        </Tooltip>
        <ActionIcon
          size="xs"
          ml="auto"
          aria-label={`Move ${name} to the left`}
          disabled={position === 0}
          onClick={() => actions.onMove(run.path, -1)}
        >
          <IconArrowLeft size={13} />
        </ActionIcon>
        <ActionIcon
          size="xs"
          aria-label={`Move ${name} to the right`}
          disabled={position === count - 1}
          onClick={() => actions.onMove(run.path, 1)}
        >
          <IconArrowRight size={13} />
        </ActionIcon>
        <ActionIcon
          size="xs"
          aria-label={`Take ${name} out of the comparison`}
          onClick={() => actions.onRemove(run.path)}
        >
          <IconX size={13} />
        </ActionIcon>
      </Group>
    </div>
  )
}
