import { useParams } from '@tanstack/react-router'
import { Flag } from 'lucide-react'
import { useState } from 'react'
import type { Out } from '../../../kernel/contract.ts'
import { Day } from '../../../ui/format/Values.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { DetailPage } from '../../../ui/kit/DetailPage.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { pipeline } from '../contract.ts'
import { DisputeLead } from './DisputeLead.tsx'
import { Disputes } from './Disputes.tsx'
import { From } from './From.tsx'
import { LeadOpportunities } from './LeadOpportunities.tsx'
import { Timeline } from './Timeline.tsx'

type Shown = Out<typeof pipeline.lead>

export default function LeadPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const can = useCan()
  const [isDisputing, setDisputing] = useState(false)
  const asked = useQuery(pipeline.lead, { id }, { keepsOld: false })
  const { data } = asked
  return (
    <DetailPage
      title={data ? (data.name ?? data.email ?? data.id) : 'Lead'}
      description={data?.account}
      crumbs={[{ title: 'Leads', path: '/leads' }]}
      actions={
        data &&
        can('leads:dispute') && (
          <Button icon={<Flag size={14} />} onClick={() => setDisputing(true)}>
            Dispute…
          </Button>
        )
      }
      properties={data && properties(data)}
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
    >
      {() =>
        data && (
          <>
            <Disputes disputes={data.disputes} />
            <Card title="Stages">
              <Timeline entries={data.stages} empty="It has not entered a stage yet." />
            </Card>
            <Card title="Touches">
              <Touches touches={data.touches} />
            </Card>
            <Card title="Opportunities">
              <LeadOpportunities items={data.opportunities} />
            </Card>
            <Card title="Where it came from">
              <From origins={data.from} />
            </Card>
            {isDisputing && <DisputeLead id={data.id} onClose={() => setDisputing(false)} />}
          </>
        )
      }
    </DetailPage>
  )
}

const few = 50

function Touches({ touches }: Pick<Shown, 'touches'>) {
  if (touches.length === 0) return <p className="text-ink-3">No import tells of a touch with this person.</p>
  return (
    <DataTable
      caption="Touches"
      rows={touches.slice(0, few)}
      rowId={(_, index) => String(index)}
      columns={[
        { id: 'at', title: 'When', value: (one) => one.at, cell: (one) => <Day date={one.at} /> },
        { id: 'kind', title: 'What', value: (one) => one.kind?.replaceAll('_', ' ') },
        { id: 'channel', title: 'Channel', value: (one) => one.channel },
        { id: 'campaign', title: 'Campaign', value: (one) => one.campaign },
        { id: 'detail', title: 'Detail', value: (one) => one.detail },
      ]}
    />
  )
}

const properties = (one: Shown) =>
  [
    { label: 'Stands in', value: one.stage },
    { label: 'Since', value: one.enteredOn && <Day date={one.enteredOn} /> },
    { label: 'Became a lead', value: one.leadOn && <Day date={one.leadOn} /> },
    { label: 'E-mail', value: one.email },
    { label: 'Channel', value: one.channel },
    { label: 'Origin', value: one.origin },
    { label: 'Owner', value: one.owner },
    { label: 'Rejected because', value: one.rejectionReason },
  ].filter((property) => property.value)
