import type { Out } from '../../../kernel/contract.ts'
import { Chart } from '../../../ui/chart/Chart.tsx'
import { useExplaining } from '../../../ui/figure/useExplain.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Combobox } from '../../../ui/parts/Combobox.tsx'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { usePeriod } from '../../../ui/period/usePeriod.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { being } from '../../../ui/where/where.ts'
import type { Asset, creative } from '../contract.ts'

export type Answer = Out<typeof creative.assets>

const most = 5

/** The click-through rate week by week, of the one that was picked beside those that cost most. */
export function Weeks({ data, rows }: { data: Answer; rows: Asset[] }) {
  const [wanted, pick] = useUrl('asset')
  const picked = rows.find((one) => one.id === wanted) ?? rows.find((one) => one.tired) ?? rows[0]
  return (
    <>
      <Combobox
        label="Advertisement"
        className="w-80 max-w-full"
        value={picked?.id ?? null}
        options={rows.map((one) => ({
          value: one.id,
          label: one.name,
          ...(one.tired ? { hint: 'tired' } : {}),
        }))}
        onChange={(id) => id && pick(id)}
      />
      {picked && <Rates picked={picked} rows={rows} />}
      <Tired rows={rows} onPick={pick} />
      <Notes notes={data.notes} />
    </>
  )
}

function Rates({ picked, rows }: { picked: Asset; rows: Asset[] }) {
  const { range, label } = usePeriod()
  const { explain, drawer } = useExplaining()
  const shown = [picked, ...rows.filter((one) => one.id !== picked.id).slice(0, most - 1)]
  const weeks = [...new Set(shown.flatMap((one) => one.weeks.map(({ week }) => week)))].sort()
  const nameOf = (one: Asset) => (one.campaign === one.name ? one.name : `${one.name} (${one.campaign})`)
  const rateIn = (one: Asset, week: string) => one.weeks.find((own) => own.week === week)?.rate ?? null
  return (
    <>
      <Chart
        title={picked.tired ? `${picked.name}: ${picked.tired}` : `CTR of ${picked.name}, week by week`}
        hint={`${label}; grey: the others that cost most`}
        kind="line"
        unit="ratio"
        isFromZero
        height={320}
        categoryTitle="Week"
        categories={weeks}
        series={shown.map((one) => ({
          name: nameOf(one),
          isAccent: one.id === picked.id,
          values: weeks.map((week) => rateIn(one, week)),
        }))}
        empty={{ children: 'Its export has no days, so there is no week to show.' }}
        onSelect={({ category, series }) => {
          const one = shown.find((other) => nameOf(other) === series) ?? picked
          const week = being('week', category)
          const names = [being('campaign', one.campaign), being('ad_group', one.adGroup), being('ad', one.ad)]
          explain({ metric: 'creative_click_rate', ...range, where: [...names, week] })
        }}
      />
      {drawer}
    </>
  )
}

function Tired({ rows, onPick }: { rows: Asset[]; onPick: (id: string) => void }) {
  const tired = rows.filter((one) => one.tired !== null)
  return (
    <Card title="People tire of" hint="The last third of its weeks beside the first, beyond chance.">
      {tired.length === 0 && (
        <p className="text-ink-2">Of none: no click-through rate fell by a fifth or more beyond chance.</p>
      )}
      <ul className="flex flex-col gap-2">
        {tired.map((one) => (
          <li key={one.id}>
            <button type="button" onClick={() => onPick(one.id)} className="font-medium hover:underline">
              {one.name}
            </button>
            <span className="text-ink-2">{` · ${one.tired}`}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
