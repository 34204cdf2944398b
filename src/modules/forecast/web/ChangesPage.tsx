import { Page } from '../../../ui/kit/Page.tsx'
import { Actions } from './Actions.tsx'
import { Anomalies } from './Anomalies.tsx'
import { Changes } from './Changes.tsx'

const tabs = [
  { value: 'changes', label: 'What changed' },
  { value: 'actions', label: 'Actions' },
  { value: 'anomalies', label: 'Anomalies' },
] as const

export default function ChangesPage() {
  return (
    <Page
      hasPeriod
      title="What changed"
      description="Why a figure moved from one period to the next: how much there was, what it was made of, and how well each part did."
      tabs={tabs}
    >
      {(tab) => (tab === 'actions' ? <Actions /> : tab === 'anomalies' ? <Anomalies /> : <Changes />)}
    </Page>
  )
}
