import { ActionIcon, Menu } from '@mantine/core'
import { IconDots, IconTrash } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { JobPlace } from '../../api/jobs.ts'
import { confirmDanger } from '../../components/confirm.tsx'
import { useDeleteJob } from './job-mutations.ts'

/** What is seldom done with a job. */
export function JobMenu({ place, jobId }: { readonly place: JobPlace; readonly jobId: string }) {
  const navigate = useNavigate()
  const deleteJob = useDeleteJob()
  const confirm = (): void =>
    confirmDanger({
      title: `Delete the job "${place.job}"?`,
      text: 'All of its versions are deleted, and nobody can launch it any more. Runs that it had stay. This cannot be undone.',
      action: 'Delete the job',
      refusal: 'Keep it',
      onConfirm: () =>
        deleteJob.mutate(
          { id: jobId, name: place.job },
          { onSuccess: () => void navigate({ to: '/jobs', search: { entity: place.entity } }) },
        ),
    })
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size="lg" aria-label="More about this job">
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={confirm}>
          Delete the job
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
