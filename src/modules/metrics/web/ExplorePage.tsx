import { Chart } from '../../../ui/chart/Chart.tsx'
import { useExplaining } from '../../../ui/figure/useExplain.tsx'
import { Page } from '../../../ui/kit/Page.tsx'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { usePeriod } from '../../../ui/period/usePeriod.ts'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { useWhere } from '../../../ui/where/useWhere.ts'
import { type MetricShown, metrics } from '../contract.ts'
import { Asker } from './Asker.tsx'
import { ExploreTable } from './ExploreTable.tsx'
import { type Asking, drawn, type Grain, pickedIn } from './explore.ts'
import { Share } from './Share.tsx'

const grains = ['day', 'week', 'month', 'quarter', 'year'] as const
const list = (text: string) => text.split(',').filter(Boolean)

export default function ExplorePage() {
  const catalogue = useQuery(metrics.catalogue, {})
  const items = catalogue.data?.items ?? []
  return (
    <Page
      hasPeriod
      title="Explore"
      crumbs={[{ title: 'Metrics', path: '/metrics' }]}
      description="Any metrics by any dimensions; the address of this page holds the question."
      isLoading={catalogue.isPending}
      error={catalogue.error}
      onRetry={catalogue.refetch}
      empty={items.length === 0 && { children: 'No metric is defined yet.' }}
    >
      {() => <Explorer items={items} dimensions={catalogue.data?.dimensions ?? []} />}
    </Page>
  )
}

type ExplorerProps = { items: MetricShown[]; dimensions: { name: string; words: string }[] }

function Explorer({ items, dimensions }: ExplorerProps) {
  const asking = useAsking(items)
  const period = usePeriod()
  const chosen = asking.metrics.flatMap((id) => items.find((one) => one.id === id) ?? [])
  const shared = dimensions.filter(({ name }) => chosen.every((one) => one.dimensions.includes(name)))
  const isOn = asking.metrics.length > 0
  const asked = useQuery(metrics.query, asking, { isOn })
  const rows = asked.data?.rows ?? []
  const { explain, drawer } = useExplaining()
  const drawing = drawn(rows, asking, chosen, asked.data?.periods)
  const bars = drawing.kind === 'bar' ? drawing.categories.length : 0
  const title = `${chosen.map((one) => one.title).join(', ')}${asking.by.length > 0 ? ` by ${asking.by.join(', ').replaceAll('_', ' ')}` : ''}`
  return (
    <>
      <Asker items={items} dimensions={shared} />
      {isOn ? (
        <>
          <Chart
            title={title}
            hint={period.label}
            unit={chosen[0]?.unit ?? 'count'}
            {...drawing}
            isHorizontal={bars > 8 ? true : undefined}
            height={Math.max(280, bars > 8 ? bars * 26 : 0)}
            isLoading={asked.isPending}
            error={asked.error}
            onRetry={asked.refetch}
            empty={{ children: 'Nothing was counted in this period.', action: <AllTime /> }}
            actions={<Share asking={asking} />}
            onSelect={(picked) => explain(pickedIn(rows, asking, chosen, picked))}
          />
          {drawer}
          <Notes notes={asked.data?.notes ?? []} />
          <ExploreTable rows={rows} asking={asking} shown={chosen} more={asked.data?.more ?? false} />
        </>
      ) : (
        <Notice>Choose a metric to begin with.</Notice>
      )}
    </>
  )
}

const AllTime = () => {
  const period = usePeriod()
  return <Button onClick={() => period.set('all')}>Show all time</Button>
}

/** The question as it stands in the URL; names nobody knows are passed over. */
function useAsking(items: MetricShown[]): Asking {
  const [ids] = useUrl('metrics', items[0]?.id ?? '')
  const [by] = useUrl('by')
  const [grain] = useUrl('grain')
  const { where } = useWhere()
  const { range } = usePeriod()
  const known = list(ids).filter((id) => items.some((one) => one.id === id))
  return {
    metrics: known.slice(0, 20),
    by: list(by).slice(0, 4),
    ...((grains as readonly string[]).includes(grain) ? { grain: grain as Grain } : {}),
    ...range,
    where,
  }
}
