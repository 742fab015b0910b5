import { PageHeader } from '../../components/page-header.tsx'

export function QueuePage() {
  return <PageHeader title="Queue" />
}
