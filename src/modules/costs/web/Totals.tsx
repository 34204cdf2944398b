import type { Out } from '../../../kernel/contract.ts'
import { Figure, FigureRow } from '../../../ui/figure/Figure.tsx'
import { money } from '../../../ui/format/number.ts'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { usePeriod } from '../../../ui/period/usePeriod.ts'
import type { costs } from '../contract.ts'

type Asked = { data?: Out<typeof costs.list> | undefined; isPending: boolean }

/** What the ledger comes to in the period, and what it leaves out. */
export function Totals({ asked: { data, isPending } }: { asked: Asked }) {
  const { label, range } = usePeriod()
  const imported = data?.imported ?? []
  const platforms = imported.map(
    (one) =>
      `${(one.platform ?? 'other').replaceAll('_', ' ')} ${one.counted ? money(one.counted.amount, one.counted.currency) : 'n/a'}`,
  )
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
      {platforms.length > 0 && <p className="text-sm text-ink-3">{`Imported: ${platforms.join(' · ')}`}</p>}
      <Notes notes={data?.notes ?? []} />
    </div>
  )
}
