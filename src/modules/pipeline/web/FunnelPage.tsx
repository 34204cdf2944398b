import type { Out } from '../../../kernel/contract.ts'
import { Page } from '../../../ui/kit/Page.tsx'
import { UrlFilter } from '../../../ui/list/UrlFilter.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { EmptyState } from '../../../ui/parts/Faces.tsx'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { Segmented } from '../../../ui/parts/Segmented.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { pipeline } from '../contract.ts'
import { Conversion } from './Conversion.tsx'
import { FunnelGroups } from './FunnelGroups.tsx'
import { type Beside, FunnelSteps } from './FunnelSteps.tsx'
import { useNothing } from './NothingYet.tsx'
import { Rejections } from './Rejections.tsx'
import { Sla } from './Sla.tsx'
import { TimeInStage } from './TimeInStage.tsx'
import { useCohort, useDimensions } from './useCohort.ts'
import { useOther } from './useOther.tsx'
import { Where } from './Where.tsx'

const horizons = ['30', '60', '90', '180', '365', 'none'].map((value) => ({
  value,
  label: value === 'none' ? 'No limit' : value,
}))

export default function FunnelPage() {
  const { cohort } = useCohort()
  const [horizonText, setHorizon] = useUrl('horizon', 'none')
  const [by] = useUrl('by')
  const horizon = Number(horizonText) > 0 ? { horizon: Number(horizonText) } : {}
  const asked = useQuery(pipeline.funnel, { ...cohort, ...horizon, ...(by ? { by } : {}) })
  const other = useOther(horizon)
  const nothing = useNothing('leads')
  const { data } = asked
  const dimensions = useDimensions()
  return (
    <Page
      hasPeriod
      title="Funnel"
      description="Everybody who entered the first stage in the period, followed to where they stand today."
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
    >
      {() =>
        data && (
          <>
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <div className="flex items-center gap-2">
                <span className="text-ink-3">Within days</span>
                <Segmented
                  label="Horizon in days"
                  value={horizonText}
                  options={horizons}
                  onChange={setHorizon}
                />
              </div>
              <UrlFilter name="by" label="Break down by" anyLabel="Not broken down" options={dimensions} />
              {other.chooser}
              <Where />
            </div>
            {data.cohort.size === 0 ? (
              <Card>
                <EmptyState {...nothing} />
              </Card>
            ) : (
              <Full data={data} by={by} beside={other.beside} />
            )}
            <TimeInStage names={data.total} />
          </>
        )
      }
    </Page>
  )
}

type FullProps = { data: Out<typeof pipeline.funnel>; by: string; beside: Beside | undefined }

function Full({ data, by, beside }: FullProps) {
  const { period, where } = useCohort()
  const { total, horizon, cohort, groups } = data
  const of = {
    first: total[0]!,
    kind: cohort.kind,
    period: period.label,
    range: period.range,
    where,
    horizon,
  }
  return (
    <>
      <Card
        title={data.finding ?? 'From first stage to won'}
        hint={`${period.label} · ${cohort.kind === 'contact' ? 'people' : 'opportunities'}`}
      >
        <FunnelSteps steps={total} of={of} beside={beside} />
      </Card>
      <Notes notes={data.notes} />
      {groups.length > 0 && <FunnelGroups groups={groups} by={by} of={of} />}
      <Conversion stages={total} />
      <div className="grid grid-cols-2 gap-(--gap) max-[960px]:grid-cols-1">
        <Rejections rejections={data.rejections} of={of} />
        <Sla />
      </div>
    </>
  )
}
