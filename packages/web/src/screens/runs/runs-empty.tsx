import { Button, Text } from '@mantine/core'
import { IconChartLine, IconZoomQuestion } from '@tabler/icons-react'
import { CommandBlock } from '../../components/command-block.tsx'
import { StatePage } from '../../components/state-page.tsx'

/** Nothing in the table: either nothing was run yet, or nothing matches. */
export function RunsEmpty({ isFiltered, onReset }: { readonly isFiltered: boolean; readonly onReset: () => void }) {
  if (isFiltered) {
    return (
      <StatePage icon={IconZoomQuestion} title="No run matches" role="status">
        <Text c="var(--slipway-muted)">None meets all of the conditions that are set.</Text>
        <Button variant="default" onClick={onReset}>
          Remove all conditions
        </Button>
      </StatePage>
    )
  }
  return (
    <StatePage icon={IconChartLine} title="No runs yet" role="status">
      <Text c="var(--slipway-muted)">Run a program and it appears here, with its inputs and what it logs.</Text>
      <CommandBlock command="slipway run -- python train.py" />
    </StatePage>
  )
}
