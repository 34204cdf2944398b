import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { Segmented } from '../../../ui/parts/Segmented.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { attribution } from '../contract.ts'
import { useJourneyFigure } from './ExplainJourneys.tsx'
import { ModelWords } from './ModelPicker.tsx'
import { TotalsChart } from './TotalsChart.tsx'
import { TotalsTable } from './TotalsTable.tsx'

const kinds = [
  { value: 'markov', label: 'Markov' },
  { value: 'shapley', label: 'Shapley' },
] as const
const orders = ['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }))
const sources = [
  { value: 'opportunities', label: 'Our opportunities' },
  { value: 'table', label: 'Imported journeys' },
] as const

/** What the data-driven models learn from all journeys at once, those without a sale included. */
export function ChannelTotals() {
  const { model, order, of, controls } = useChoice()
  const asked = useQuery(attribution.totals, { model, of, ...(order ? { order: Number(order) } : {}) })
  const { explain, drawer } = useJourneyFigure()
  const { data } = asked
  const explainTotal = (what: 'removal' | 'conversions' | 'value', channel: string) =>
    explain({ of: 'total', what, channel, model, journeys: of, ...(order ? { order: Number(order) } : {}) })
  return (
    <>
      {controls(data?.order ?? null)}
      <ModelWords model={model} />
      <FaceOf
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
        empty={data && data.reconciliation.credited === 0 && empty(data.notes[0])}
      >
        {() =>
          data && (
            <>
              <TotalsChart totals={data} model={model} explain={explainTotal} />
              <TotalsTable
                totals={data}
                explain={explainTotal}
                explainSum={(what) => explain({ of: 'totals', what, journeys: of })}
              />
              {drawer}
              <Notes notes={[allJourneys, ...data.notes]} />
            </>
          )
        }
      </FaceOf>
    </>
  )
}

const allJourneys =
  'These are learnt from all journeys; period and conditions do not narrow them. Journeys without a sale count too.'

const empty = (why = 'No sale has a touch before it: import opportunities and touches.') => ({
  children: why,
  action: (
    <Button look="primary" to="/imports">
      Import files
    </Button>
  ),
})

function useChoice() {
  const [modelText, setModel] = useUrl('learner', 'markov')
  const [orderText, setOrder] = useUrl('order')
  const [ofText, setOf] = useUrl('of', 'opportunities')
  const table = useQuery(attribution.totals, { model: 'linear', of: 'table' })
  const model = modelText === 'shapley' ? 'shapley' : 'markov'
  const of = ofText === 'table' ? 'table' : 'opportunities'
  const order = orders.some(({ value }) => value === orderText) ? orderText : ''
  const hasTable = of === 'table' || (table.data?.rows.length ?? 0) > 0
  const controls = (used: number | null) => (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Segmented label="Model" value={model} options={kinds} onChange={setModel} />
      {model === 'markov' && (
        <div className="flex items-center gap-2">
          <span className="text-ink-3">Order</span>
          <Segmented
            label="Order of the chain: how many steps back it remembers"
            value={order || String(used ?? 1)}
            options={orders}
            onChange={setOrder}
          />
        </div>
      )}
      {hasTable && <Segmented label="Journeys of" value={of} options={sources} onChange={setOf} />}
    </div>
  )
  return { model, order, of, controls } as const
}
