import { Fragment } from 'react'
import type { Out } from '../../../kernel/contract.ts'
import { Figure, FigureRow, InlineFigure } from '../../../ui/figure/Figure.tsx'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { usePeriod } from '../../../ui/period/usePeriod.ts'
import { being } from '../../../ui/where/where.ts'
import type { costs } from '../contract.ts'

type Asked = { data?: Out<typeof costs.list> | undefined; isPending: boolean }

/** What the ledger comes to in the period, and what it leaves out. */
export function Totals({ asked: { data, isPending } }: { asked: Asked }) {
  const { label, range } = usePeriod()
  const imported = data?.imported ?? []
  const shown = [
    { metric: 'cost', name: 'Cost', value: data?.total.cost },
    { metric: 'media_cost', name: 'Media cost', value: data?.total.media },
  ]
  return (
    <div className="flex flex-col gap-2">
      <FigureRow>
        {shown.map(({ metric, name, value }) => (
          <Figure
            key={metric}
            label={name}
            value={value?.amount}
            currency={value?.currency}
            unit="money"
            period={label}
            isLoading={isPending}
            explain={{ metric, ...range }}
          />
        ))}
        <Figure
          label="Written here"
          value={data?.total.written.amount}
          currency={data?.total.written.currency}
          unit="money"
          period={label}
          isLoading={isPending}
          explain={{ metric: 'cost', ...range, where: ['platform='] }}
        />
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
