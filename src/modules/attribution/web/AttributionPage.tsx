import { Page } from '../../../ui/kit/Page.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useUrl } from '../../../ui/useUrl.ts'
import { ChannelTotals } from './ChannelTotals.tsx'
import { Credit } from './Credit.tsx'
import { Journeys } from './Journeys.tsx'
import { SettingsTab } from './SettingsTab.tsx'

const tabs = [
  { value: 'credit', label: 'Credit' },
  { value: 'journeys', label: 'Journeys' },
  { value: 'totals', label: 'Channel totals' },
]
const settings = { value: 'settings', label: 'Settings' }

export default function AttributionPage() {
  const mayManage = useCan()('attribution:manage')
  const [tab] = useUrl('tab', 'credit')
  return (
    <Page
      hasPeriod={tab === 'credit' || tab === 'journeys'}
      title="Attribution"
      description="Which touches led to sales: a range over all models, not a truth by one."
      tabs={mayManage ? [...tabs, settings] : tabs}
    >
      {(open) => {
        if (open === 'journeys') return <Journeys />
        if (open === 'totals') return <ChannelTotals />
        if (open === 'settings' && mayManage) return <SettingsTab />
        return <Credit />
      }}
    </Page>
  )
}
