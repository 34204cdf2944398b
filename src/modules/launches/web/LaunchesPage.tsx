import { Plus, Rocket } from 'lucide-react'
import { address } from '../../../kernel/client.ts'
import type { Out } from '../../../kernel/contract.ts'
import { download } from '../../../ui/format/save.ts'
import { useKeys } from '../../../ui/keys/useKeys.ts'
import { Exports } from '../../../ui/kit/Exports.tsx'
import { Page } from '../../../ui/kit/Page.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { launches } from '../contract.ts'
import { LaunchCalendar } from './LaunchCalendar.tsx'
import { LaunchForm } from './LaunchForm.tsx'
import { LaunchTable } from './LaunchTable.tsx'
import { Overlaps } from './Overlaps.tsx'

type Shown = Out<typeof launches.list>

/** All launches on one strip of months, with their campaigns beneath, and which come too close. */
export default function LaunchesPage() {
  const [shown, show] = useUrl('show')
  const [within] = useUrl('within', '14')
  const asked = useQuery(launches.list, { within: Number(within) || 0 }, { keepsOld: true })
  const list = asked.data
  const mayChange = list?.can.change ?? false
  const open = () => show('new')
  useKeys({ c: open }, { isOn: mayChange })
  const plan = mayChange && (
    <Button look="primary" icon={<Plus size={14} />} onClick={open}>
      Plan a launch
    </Button>
  )
  return (
    <>
      <Page
        title="Launches"
        description="Products that come out on a day, the campaigns that serve each, and how ready they are."
        tabs={[
          { value: 'calendar', label: 'Calendar' },
          { value: 'list', label: 'List', ...(list ? { count: list.items.length } : {}) },
        ]}
        actions={
          list &&
          list.items.length > 0 && (
            <>
              <Exports onSave={(format) => download(address(launches.exportLaunches, { format }).url)} />
              {plan}
            </>
          )
        }
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={() => void asked.refetch()}
        empty={
          list?.items.length === 0 && {
            icon: <Rocket size={24} />,
            children:
              'No launch is planned yet. Say what comes out and when, then put the campaigns behind it that serve it.',
            action: plan,
          }
        }
      >
        {(tab) => list && (tab === 'list' ? <LaunchTable items={list.items} /> : <Calendar list={list} />)}
      </Page>
      {shown === 'new' && mayChange && <LaunchForm launch={null} onClose={() => show('')} />}
    </>
  )
}

const Calendar = ({ list }: { list: Shown }) => (
  <>
    <Card
      title="By month"
      hint="A bar is a campaign that serves the launch above it: red where steps are late or it was planned for another day, pale until it is approved."
    >
      <LaunchCalendar items={list.items} overlaps={list.overlaps} today={list.today} />
    </Card>
    <Overlaps overlaps={list.overlaps} />
  </>
)
