import type { Out } from '../../../kernel/contract.ts'
import { Page } from '../../../ui/kit/Page.tsx'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { usePeriod } from '../../../ui/period/usePeriod.ts'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useWhere } from '../../../ui/where/useWhere.ts'
import { LastWith } from '../../metrics/web/index.ts'
import { returns } from '../contract.ts'
import { Choices } from './Choices.tsx'
import { Drawing } from './Drawing.tsx'
import { Economics } from './Economics.tsx'
import { Groups } from './Groups.tsx'
import { ReturnTable } from './ReturnTable.tsx'
import { returnSlot } from './slots.ts'
import { Totals } from './Totals.tsx'
import { type Asking, useAsking, useShared } from './useReturn.ts'

type Data = Out<typeof returns.table>

export default function ReturnPage() {
  const { asking } = useAsking()
  const asked = useQuery(returns.table, asking)
  const { data } = asked
  return (
    <Page
      hasPeriod
      title="Return"
      description="What came back for what was spent, down to the rows on both sides."
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
    >
      {() => (
        <>
          <Choices />
          {data && <Answer data={data} asking={asking} />}
        </>
      )}
    </Page>
  )
}

function Answer({ data, asking }: { data: Data; asking: Asking }) {
  const dimensions = useShared()
  const title = dimensions.find((one) => one.value === asking.by)?.label ?? asking.by
  const hasCost = (data.total.cost?.amount ?? 0) > 0
  return (
    <>
      <div className="flex flex-col gap-1">
        <p className="text-ink-2">{data.basis}</p>
        {returnSlot.all.map((Part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts are added once, at start
          <Part key={index} costs={asking.costs} />
        ))}
      </div>
      {!hasCost && <NoCost isMedia={asking.costs === 'media'} />}
      <Totals data={data} asking={asking} />
      {hasCost && <Drawing data={data} title={title} asking={asking} />}
      {data.rows.length > 0 && <ReturnTable data={data} asking={asking} title={title} />}
      <Notes notes={data.notes} />
      <Groups rows={data.groups} metrics={data.metrics} asking={asking} />
      <Economics asking={asking} />
    </>
  )
}

/** The first step where nothing was spent, as far as anybody has said. */
function NoCost({ isMedia }: { isMedia: boolean }) {
  const period = usePeriod()
  const { where, clear } = useWhere()
  const can = useCan()
  return (
    <Notice
      tone="info"
      action={
        <div className="flex flex-wrap gap-2">
          {where.length > 0 && <Button onClick={clear}>Lift the filters</Button>}
          {period.id !== 'all' && where.length === 0 && (
            <LastWith metric={isMedia ? 'media_cost' : 'cost'} what="spend" look="secondary" />
          )}
          {period.id !== 'all' && <Button onClick={() => period.set('all')}>Show all time</Button>}
          {can('costs:write') && <Button to="/costs?show=new">Add a cost</Button>}
          <Button look="primary" to="/imports">
            Import an ad report
          </Button>
        </div>
      }
    >
      {`No ${isMedia ? 'media spend' : 'spend'} is known for ${period.label}: prices and returns are n/a until an ad report is imported or a cost is added.`}
    </Notice>
  )
}
