import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { RunDetails } from '../api/run.ts'

/** Says that several programs wrote to a run, neither of which said so, and what to do; nothing for other runs. */
export function SeveralWriters({ run }: { readonly run: RunDetails }) {
  const count = run.furtherWriters ?? 0
  if (count === 0) return null
  return (
    <Alert color="yellow" icon={<IconAlertTriangle size={18} />} mb="md">
      <b>Several programs wrote to this run.</b> {count === 1 ? 'A second program' : `${count} further programs`} wrote
      to it before the first had ended, or the program was killed and started again at once. All of their metrics and
      log lines are here, side by side; of config and summary there is what was sent last. Give each program a run id of
      its own, start all of them with <code>mode="shared"</code>, or start again with <code>resume="allow"</code>.
    </Alert>
  )
}
