import { Fragment } from 'react'
import type { z } from 'zod'
import type { Out } from '../../../kernel/contract.ts'
import { Figure, FigureRow, InlineFigure } from '../../../ui/figure/Figure.tsx'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { usePeriod } from '../../../ui/period/usePeriod.ts'
import { type ExplainRequest, useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { being } from '../../../ui/where/where.ts'
import { costs, type Money } from '../contract.ts'
import { kindTitles } from '../rules.ts'

type Asked = { data?: Out<typeof costs.list> | undefined; isPending: boolean }

type Tile = { label: string; value: z.infer<typeof Money> | undefined; explain: ExplainRequest }

function tilesOf(data: Asked['data']): Tile[] {
  const media = { label: 'Media cost', value: data?.sums.media, explain: { metric: 'media_cost' } }
  const written = { metric: 'cost', where: ['platform='] }
  if (!data?.isWithoutPeople)
    return [
      { label: 'Cost', value: data?.sums.cost, explain: { metric: 'cost' } },
      media,
      { label: 'Written here', value: data?.sums.written, explain: written },
    ]
  return [
    besidesPeople('Cost without people', data.sums.cost, { metric: 'cost' }),
    media,
    besidesPeople('Of it written here', data.sums.written, written),
  ]
}

/** A sum of what the reader may see; its rows are those of the figure that it is a part of. */
const besidesPeople = (label: string, value: z.infer<typeof Money>, of: ExplainRequest): Tile => ({
  label,
  value,
  explain: {
    ...of,
    derived: {
      label,
      value: value.amount,
      currency: value.currency,
      unit: 'money',
      definition: 'What the ledger comes to without what people cost, which is not yours to read.',
      formula: 'sum of amount in the organisation’s currency of media, agencies, tools, events and other',
    },
  },
})

/** What people cost, for those who may read it. */
function People() {
  const { label, range } = usePeriod()
  const { data, isPending } = useQuery(costs.people, range)
  return (
    <Figure
      label={kindTitles.people}
      value={data?.sum.amount}
      currency={data?.sum.currency}
      unit="money"
      period={label}
      isLoading={isPending}
      explain={{ metric: 'cost', ...range, where: ['cost_kind=people'] }}
    />
  )
}

/** What the ledger comes to in the period, and what it leaves out. */
export function Totals({ asked: { data, isPending } }: { asked: Asked }) {
  const { label, range } = usePeriod()
  const can = useCan()
  const imported = data?.imported ?? []
  const shown = tilesOf(data)
  return (
    <div className="flex flex-col gap-2">
      <FigureRow>
        {shown.map(({ label: name, value, explain }) => (
          <Figure
            key={name}
            label={name}
            value={value?.amount}
            currency={value?.currency}
            unit="money"
            period={label}
            isLoading={isPending}
            explain={{ ...range, ...explain }}
          />
        ))}
        {can(costs.people.access) && <People />}
      </FigureRow>
      {imported.length > 0 && (
        <p className="text-sm text-ink-3">
          {'Imported: '}
          {imported.map(({ platform, counted }, at) => (
            <Fragment key={platform}>
              {`${at > 0 ? ' · ' : ''}${(platform ?? 'other').replaceAll('_', ' ')} `}
              <InlineFigure
                label={`Imported from ${platform ?? 'other'}`}
                value={counted?.amount}
                unit="money"
                currency={counted?.currency}
                reason="Its currency has no rate on these days."
                explain={{ metric: 'cost', ...range, where: [being('platform', platform)] }}
              />
            </Fragment>
          ))}
        </p>
      )}
      <Notes notes={data?.notes ?? []} />
    </div>
  )
}
