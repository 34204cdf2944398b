import { Plus } from 'lucide-react'
import { useKeys } from '../../../ui/keys/useKeys.ts'
import { Page } from '../../../ui/kit/Page.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { costs } from '../contract.ts'
import { CostForm } from './CostForm.tsx'
import { Ledger } from './Ledger.tsx'
import { Rates } from './Rates.tsx'

const tabs = [
  { value: 'ledger', label: 'Ledger' },
  { value: 'rates', label: 'Exchange rates' },
] as const

export default function CostsPage() {
  const [tab] = useUrl('tab', 'ledger')
  const [shown, show] = useUrl('show')
  const can = useCan()
  const mayWrite = can('costs:write')
  useKeys({ c: () => show('new') }, { isOn: mayWrite })
  return (
    <Page
      hasPeriod={tab !== 'rates'}
      isFlush={tab !== 'rates'}
      title="Costs"
      description="Everything marketing costs: imported ad spend counts by itself; the rest is written here."
      tabs={tabs}
      actions={
        mayWrite && (
          <Button look="primary" icon={<Plus size={14} />} onClick={() => show('new')}>
            Add a cost
          </Button>
        )
      }
    >
      {tab === 'rates' ? <Rates /> : <Ledger onOpen={show} />}
      {shown === 'new' && mayWrite && <CostForm cost={null} onClose={() => show('')} />}
      {shown !== '' && shown !== 'new' && <Opened key={shown} id={shown} onClose={() => show('')} />}
    </Page>
  )
}

function Opened({ id, onClose }: { id: string; onClose: () => void }) {
  const { data } = useQuery(costs.list, { id }, { keepsOld: false })
  const cost = data?.items[0]
  return cost ? <CostForm cost={cost} onClose={onClose} /> : null
}
