import { Figure, FigureRow } from '../../../ui/figure/Figure.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { metrics } from '../../metrics/contract.ts'
import { amountOf, currencyOf } from '../../metrics/web/index.ts'
import type { Campaign, Target } from '../contract.ts'
import { wholeOf } from './words.tsx'

const usual = ['spend', 'cost', 'touches', 'opportunities', 'cost_per_opportunity', 'won_value', 'roi']
const unnamed =
  'It is not said yet what this campaign is called in other systems, so no imported row can be counted for it.'

/** What came of a campaign since its first day, beside what it was meant to bring. */
export function Results({ one }: { one: Campaign }) {
  const mayRead = useCan()('metrics:read')
  if (!mayRead) return <Notes notes={['You may read briefs, not figures.']} />
  return one.names.length === 0 ? <Unnamed /> : <Figures one={one} />
}

const Unnamed = () => (
  <FaceOf empty={{ children: unnamed, action: <Button to="?tab=names">Choose its names</Button> }}>
    {() => null}
  </FaceOf>
)

function Figures({ one }: { one: Campaign }) {
  const { demand, kpis, startsOn } = one.brief
  const targets = [...(demand ? [demand] : []), ...kpis]
  const known = useQuery(metrics.catalogue, {})
  const items = known.data?.items ?? []
  const wanted = [...new Set([...targets.map((target) => target.metric), ...usual])]
  const shown = wanted.flatMap(
    (id) => items.find((item) => item.id === id && item.dimensions.includes('campaign')) ?? [],
  )
  const selection = {
    from: startsOn,
    where: [{ dimension: 'campaign', is: 'exactly' as const, values: one.names }],
  }
  const asked = useQuery(
    metrics.query,
    { metrics: shown.map((item) => item.id), ...selection },
    { isOn: shown.length > 0 },
  )
  const row = asked.data?.rows[0]
  const apart = targets.filter(
    (target) => items.length > 0 && !shown.some((item) => item.id === target.metric),
  )
  return (
    <FaceOf
      isLoading={known.isPending || asked.isPending}
      error={known.error ?? asked.error}
      onRetry={() => void asked.refetch()}
    >
      {() => (
        <>
          <FigureRow>
            {shown.map((item) => (
              <Figure
                key={item.id}
                label={item.title}
                value={amountOf(row?.[item.id])}
                currency={currencyOf(row?.[item.id])}
                unit={item.unit}
                better={item.direction}
                period={`since ${startsOn}`}
                target={targetOf(targets, item.id, item.id === demand?.metric)}
                reason="No row that was imported says so."
                explain={{ metric: item.id, ...selection }}
              />
            ))}
          </FigureRow>
          <Notes notes={[...notesOf(one), ...apart.map(apartWords(items))]} />
        </>
      )}
    </FaceOf>
  )
}

function targetOf(targets: Target[], metric: string, isDemand: boolean) {
  const found = targets.find((one) => one.metric === metric)
  if (!found) return null
  const value = found.money ? wholeOf(found.money) : found.value
  return value === null ? null : { value, label: isDemand ? 'demand target' : 'target' }
}

const notesOf = (one: Campaign): string[] => [
  `Counted by ${one.names.length === 1 ? 'the name' : 'the names'} ${one.names.join(', ')}.`,
  ...one.sources
    .filter((source) => !source.isImported)
    .map(({ name }) => `No row was imported under “${name}”: it counts nothing yet.`),
]

const apartWords = (items: { id: string; title: string }[]) => (target: Target) =>
  `“${items.find((item) => item.id === target.metric)?.title ?? target.metric}” is not known by campaign, so it is not shown here.`
