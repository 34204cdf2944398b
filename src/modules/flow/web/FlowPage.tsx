import { Page } from '../../../ui/kit/Page.tsx'
import { UrlFilter } from '../../../ui/list/UrlFilter.tsx'
import { usePeriod } from '../../../ui/period/usePeriod.ts'
import { useQuery } from '../../../ui/query.ts'
import { useSearchParams } from '../../../ui/useUrl.ts'
import { flow } from '../contract.ts'
import { CycleTab } from './CycleTab.tsx'
import { ForecastTab } from './ForecastTab.tsx'
import { ReplannedTab } from './ReplannedTab.tsx'
import { StandingTab } from './StandingTab.tsx'
import { WorkflowTab } from './WorkflowTab.tsx'

const tabs = [
  { value: 'cycle', label: 'Cycle time', Shown: CycleTab },
  { value: 'standing', label: 'In work', Shown: StandingTab },
  { value: 'forecast', label: 'Forecast', Shown: ForecastTab },
  { value: 'workflow', label: 'Workflow', Shown: WorkflowTab },
  { value: 'replanned', label: 'Re-planned', Shown: ReplannedTab },
]

export type Span = { from: string; to: string; boardId?: string; typeId?: string; teamId?: string }

export default function FlowPage() {
  const period = usePeriod()
  const search = useSearchParams()
  const chosen = Object.fromEntries(
    (['boardId', 'typeId', 'teamId'] as const).flatMap((name) =>
      search[name] ? [[name, search[name]]] : [],
    ),
  )
  const span: Span = { from: period.startsOn, to: period.endsOn, ...chosen }
  return (
    <Page
      title="Flow"
      description="How long work takes, how much is begun, and when what is open will be done."
      hasPeriod
      tabs={tabs.map(({ value, label }) => ({ value, label }))}
    >
      {(tab) => {
        const { Shown } = tabs.find((one) => one.value === tab) ?? tabs[0]!
        return (
          <>
            <Filters />
            <Shown span={span} period={period.label} />
          </>
        )
      }}
    </Page>
  )
}

function Filters() {
  const { data } = useQuery(flow.choices, {})
  if (!data) return null
  const options = (all: { id: string; name: string }[]) =>
    all.map((one) => ({ value: one.id, label: one.name }))
  return (
    <div className="flex flex-wrap gap-2">
      <UrlFilter name="boardId" label="Board" options={options(data.boards)} />
      <UrlFilter name="typeId" label="Type" options={options(data.types)} />
      {data.teams.length > 0 && <UrlFilter name="teamId" label="Team" options={options(data.teams)} />}
    </div>
  )
}
