import { useState } from 'react'
import { Figure, FigureRow, InlineFigure } from '../../../ui/figure/Figure.tsx'
import { day } from '../../../ui/format/when.ts'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Combobox } from '../../../ui/parts/Combobox.tsx'
import { EmptyState } from '../../../ui/parts/Faces.tsx'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { Select } from '../../../ui/parts/Select.tsx'
import { usePeriod } from '../../../ui/period/usePeriod.ts'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { useWhere } from '../../../ui/where/useWhere.ts'
import { WhereBar } from '../../../ui/where/WhereBar.tsx'
import { comparedLabel } from '../../metrics/web/index.ts'
import { type Change, forecast, type SegmentChange } from '../contract.ts'
import { printedChange, shownChange } from '../rules.ts'
import { ActOn } from './ActOn.tsx'
import { Contributions } from './Contributions.tsx'
import { changeRequest, wholeOf } from './change-parts.ts'
import { Segments } from './Segments.tsx'
import { useMetric, useValues } from './useMetric.ts'

const usualBy = 'channel'

export function Changes() {
  const period = usePeriod()
  const { from, to } = period.range
  const { asked: catalogue, metric, setId, options, dimensions } = useMetric()
  const [wanted, setBy] = useUrl('by', usualBy)
  const by = dimensions.some((one) => one.value === wanted) ? wanted : dimensions[0]?.value
  const { where } = useWhere()
  const asked = useQuery(
    forecast.changes,
    {
      metric: metric?.id ?? '',
      from: from ?? '',
      to: to ?? '',
      compare: period.comparison === 'year' ? 'year_ago' : 'previous',
      where,
      ...(by ? { by } : {}),
    },
    { isOn: metric !== undefined && from !== undefined && to !== undefined },
  )
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Combobox
          label="Metric"
          className="w-60"
          value={metric?.id ?? null}
          options={options}
          onChange={(id) => id && setId(id)}
        />
        {by && (
          <Select
            label="By"
            value={by}
            options={dimensions.map((one) => ({ ...one, label: `By ${one.value.replaceAll('_', ' ')}` }))}
            onChange={setBy}
          />
        )}
        <WhereBar dimensions={dimensions} useValues={useValues} />
      </div>
      <FaceOf
        isLoading={catalogue.isPending || (from !== undefined && asked.isPending)}
        error={catalogue.error ?? asked.error}
        onRetry={() => void (catalogue.error ? catalogue.refetch() : asked.refetch())}
        empty={
          from === undefined && {
            children: 'A change needs two periods: choose one.',
            action: (
              <Button look="primary" onClick={() => period.set('last-quarter')}>
                Last quarter
              </Button>
            ),
          }
        }
      >
        {() => asked.data && <Full data={shownChange(asked.data)} />}
      </FaceOf>
    </>
  )
}

function Full({ data }: { data: Change }) {
  const period = usePeriod()
  const [acting, setActing] = useState<SegmentChange | null>(null)
  if (data.refused !== null || data.all === null || (data.before === 0 && data.after === 0))
    return (
      <Card>
        <EmptyState action={<Button onClick={() => period.set('last-quarter')}>Last quarter</Button>}>
          {data.refused ?? `There was no ${data.title.toLowerCase()} in either period.`}
        </EmptyState>
      </Card>
    )
  return (
    <>
      {data.finding && <p className="text-lg font-semibold">{data.finding}</p>}
      <Totals data={data} />
      <Contributions data={data} />
      <Segments data={data} onAct={setActing} />
      <Notes notes={data.notices} />
      {acting && <ActOn change={data} line={acting} onClose={() => setActing(null)} />}
    </>
  )
}

function Totals({ data }: { data: Change }) {
  const { where } = useWhere()
  const period = usePeriod()
  const unit = { unit: data.unit, currency: data.currency ?? undefined }
  const against = period.compare
    ? comparedLabel(period.compare, data.compared)
    : `${day(data.compared.from)} – ${day(data.compared.to)}`
  return (
    <FigureRow>
      <Figure
        {...unit}
        label={data.title}
        value={data.after}
        better={data.direction}
        period={period.label}
        reference={{ value: data.before, label: against }}
        explain={{ metric: data.metric, ...data.period, where }}
      />
      <Figure
        {...unit}
        label="Before"
        value={data.before}
        period={against}
        explain={{ metric: data.metric, ...data.compared, where }}
      />
      {wholeEffects(data).map(({ name, words }) => (
        <Effect key={name} data={data} name={name} words={words} />
      ))}
    </FigureRow>
  )
}

/** A plain sum has no rate, and a shift between its segments leaves the whole as it is. */
const wholeEffects = ({ effects }: Change) =>
  effects.some((one) => one.name === 'rate') ? effects : effects.filter((one) => one.name !== 'mix')

const effectTitles = { volume: 'Volume', mix: 'Mix', rate: 'Rate' }

type EffectProps = { data: Change } & Change['effects'][number]

function Effect({ data, name, words }: EffectProps) {
  const { where } = useWhere()
  const { unit, currency, title } = data
  const value = data.all?.[name] ?? 0
  const whole = wholeOf(data)
  return (
    <section className="flex min-w-0 flex-col gap-1 rounded-lg border border-line bg-surface p-4 narrow:p-3">
      <h2 className="text-ink-2">{effectTitles[name]}</h2>
      <p className="tabular text-[22px]/8 font-semibold tracking-tight">
        <InlineFigure
          label={effectTitles[name]}
          value={value}
          unit={unit}
          printed={printedChange(value, unit, currency)}
          explain={whole ? changeRequest(data, whole, name, title.toLowerCase(), where) : undefined}
        />
      </p>
      <p className="text-sm text-ink-3">{words}</p>
    </section>
  )
}
