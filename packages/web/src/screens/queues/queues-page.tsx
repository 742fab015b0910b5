import { PageHeader } from '../../components/page-header.tsx'

export function QueuesPage() {
  return <PageHeader title="Queues" />
}
