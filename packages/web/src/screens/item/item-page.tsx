import { PageHeader } from '../../components/page-header.tsx'

export function ItemPage() {
  return <PageHeader title="Item" />
}
