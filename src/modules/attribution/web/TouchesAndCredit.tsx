import type { Out } from '../../../kernel/contract.ts'
import { InlineFigure } from '../../../ui/figure/Figure.tsx'
import { money } from '../../../ui/format/number.ts'
import { day } from '../../../ui/format/when.ts'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { SkeletonRows } from '../../../ui/parts/Faces.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { attribution, type ModelId } from '../contract.ts'
import { titleOf } from '../rules.ts'
import { type Figure, useJourneyFigure } from './ExplainJourneys.tsx'
import { ModelPicker } from './ModelPicker.tsx'
import { useModel } from './useReport.ts'

type Shown = Out<typeof attribution.timeline>
type Touch = Shown['touches'][number]
type TouchesAndCreditProps = { id: string; outcome: 'open' | 'won' | 'lost' }

/** On the page of an opportunity: the touches before it was closed, and what each is credited with. */
export default function TouchesAndCredit({ id, outcome }: TouchesAndCreditProps) {
  if (!useCan()('metrics:read')) return null
  return outcome === 'open' ? (
    <Card title="Touches and credit">
      <p className="text-ink-3">Touches are credited when an opportunity is closed; this one is open.</p>
    </Card>
  ) : (
    <Closed id={id} isWon={outcome === 'won'} />
  )
}

function Closed({ id, isWon }: { id: string; isWon: boolean }) {
  const settings = useQuery(attribution.settings, {})
  const chosen = settings.data?.current.settings.model ?? 'w'
  const [model, setModel] = useModel(chosen)
  const asked = useQuery(attribution.timeline, { id }, { keepsOld: false })
  const { data } = asked
  return (
    <Card
      title="Touches and credit"
      hint={data && data.touches.length > 0 && said(data, isWon)}
      actions={
        isWon && data && data.touches.length > 0 && <ModelPicker {...{ model, chosen }} onChange={setModel} />
      }
    >
      <FaceOf
        isLoading={asked.isPending || settings.isPending}
        error={asked.error ?? settings.error}
        onRetry={asked.refetch}
        skeleton={<SkeletonRows rows={4} columns={3} />}
      >
        {() => data && <Touches shown={data} model={model} isWon={isWon} />}
      </FaceOf>
    </Card>
  )
}

const said = ({ touches, revenue, currency }: Shown, isWon: boolean): string => {
  const many = `${touches.length} ${touches.length === 1 ? 'touch' : 'touches'} within the window`
  return isWon
    ? `${many} share ${money(revenue ?? 0, currency)}`
    : `${many}; nothing was won, so nothing is credited`
}

function Touches({ shown, model, isWon }: { shown: Shown; model: ModelId; isWon: boolean }) {
  const { explain, drawer } = useJourneyFigure()
  if (shown.touches.length === 0)
    return (
      <p className="text-ink-3">
        {isWon
          ? 'No touch was recorded before the close: this sale stays unattributed.'
          : 'No touch was recorded before the close.'}
      </p>
    )
  return (
    <>
      <DataTable<Touch>
        caption="Touches and credit"
        columns={isWon ? [...told, creditColumn(shown, model, explain), ...besides] : [...told, ...besides]}
        rows={shown.touches}
        rowId={(_, at) => String(at)}
        maxHeight={440}
      />
      {isWon && <Sum {...{ shown, model, explain }} />}
      {drawer}
    </>
  )
}

type SumProps = { shown: Shown; model: ModelId; explain: (figure: Figure) => void }

function Sum({ shown: { id, touches, revenue, currency }, model, explain }: SumProps) {
  const sum = touches.reduce((total, touch) => total + (touch.credit?.[model] ?? 0), 0)
  const isEven = Math.abs(sum - (revenue ?? 0)) < 0.005
  const figure = (label: string, value: number) => (
    <InlineFigure
      {...{ label, value, currency }}
      unit="money"
      onExplain={() => explain({ of: 'sale', opportunity: id, model })}
    />
  )
  return (
    <footer className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line pt-3 text-sm">
      <p className="tabular">
        {'Credits '}
        {figure('Credits of the sale', sum)}
        {' = revenue '}
        {figure('Revenue of the sale', revenue ?? 0)}
      </p>
      <Badge tone={isEven ? 'good' : 'bad'}>{isEven ? 'adds up' : 'does not add up'}</Badge>
    </footer>
  )
}

const told: Column<Touch>[] = [
  {
    id: 'at',
    title: 'When',
    value: (one) => one.at,
    cell: (one) => <span className="whitespace-nowrap">{day(String(one.at))}</span>,
  },
  {
    id: 'channel',
    title: 'Channel',
    value: (one) => one.channel,
    cell: (one) => (
      <span className="flex min-w-36 flex-col py-1">
        <span className="text-ink">{one.channel ?? 'No channel'}</span>
        {one.campaign && <span className="text-sm text-ink-3">{one.campaign}</span>}
      </span>
    ),
  },
]

const besides: Column<Touch>[] = [
  {
    id: 'milestones',
    title: 'Milestone',
    value: (one) => one.milestones.join(', '),
    cell: (one) => (
      <span className="flex flex-wrap gap-1 py-1">
        {one.milestones.map((name) => (
          <Badge key={name} tone="accent">
            {name}
          </Badge>
        ))}
      </span>
    ),
  },
  {
    id: 'person',
    title: 'Person',
    value: (one) => one.person,
    cell: (one) => <span className="whitespace-nowrap">{one.person}</span>,
  },
]

const creditColumn = (
  { id, touches, currency }: Shown,
  model: ModelId,
  explain: (figure: Figure) => void,
): Column<Touch> => ({
  id: 'credit',
  title: titleOf(model),
  align: 'end',
  value: (one) => one.credit?.[model],
  cell: (one) => (
    <InlineFigure
      label={`Credit of the touch of ${day(String(one.at))}`}
      value={one.credit?.[model]}
      unit="money"
      currency={currency}
      onExplain={() => explain({ of: 'credit', opportunity: id, touch: touches.indexOf(one) + 1, model })}
    />
  ),
})
