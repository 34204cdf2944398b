import { useState } from 'react'
import { InlineFigure } from '../../../ui/figure/Figure.tsx'
import { percent } from '../../../ui/format/number.ts'
import { When } from '../../../ui/format/Values.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useWhere } from '../../../ui/where/useWhere.ts'
import type { Landing, LandingQuarter } from '../contract.ts'
import { already, landingRequest, partRequest, quarterParts, toCome } from './landing-parts.ts'
import { SetTarget } from './SetTarget.tsx'

type QuarterProps = { quarter: LandingQuarter; data: Landing }

/** One quarter: its range, what is won already, the target, and what must be true to reach it. */
export function Quarter({ quarter, data }: QuarterProps) {
  const [isSetting, setSetting] = useState(false)
  const canSet = useCan()('forecast:act')
  const { currency } = data
  const { where } = useWhere()
  const money = (label: 'P10' | 'P50' | 'P90', value: number) => (
    <InlineFigure
      label={`${label} of ${quarter.label}`}
      value={value}
      unit="money"
      currency={currency}
      explain={landingRequest(data, where, {
        label: `${label} of ${quarter.label}`,
        value,
        definition: `${percentiles[label]} The rows are the sales it learnt from.`,
        formula: 'drawn many times: won already + open opportunities by their chances + new ones by forecast',
        parts: quarterParts(quarter, currency),
      })}
    />
  )
  return (
    <Card
      title={quarter.label}
      hint={`${quarter.from} to ${quarter.to}`}
      actions={
        canSet && (
          <Button small look="quiet" onClick={() => setSetting(true)}>
            {quarter.target ? 'Change target' : 'Set a target'}
          </Button>
        )
      }
    >
      <dl className="grid grid-cols-3 gap-3">
        <Cell name="P10">{money('P10', quarter.p10)}</Cell>
        <Cell name="P50" isMain>
          {money('P50', quarter.p50)}
        </Cell>
        <Cell name="P90">{money('P90', quarter.p90)}</Cell>
      </dl>
      <Parts quarter={quarter} data={data} />
      <Aim quarter={quarter} currency={currency} />
      {isSetting && <SetTarget quarter={quarter} currency={currency} onClose={() => setSetting(false)} />}
    </Card>
  )
}

const percentiles = {
  P10: 'In nine cases of ten bookings of the quarter will be more.',
  P50: 'In half of the cases bookings of the quarter will be more.',
  P90: 'In one case of ten bookings of the quarter will be more.',
}

const Cell = ({ name, isMain, children }: { name: string; isMain?: boolean; children: React.ReactNode }) => (
  <div className="min-w-0">
    <dt className="text-sm text-ink-3">{name}</dt>
    <dd
      className={
        isMain
          ? 'text-[22px]/8 font-semibold tracking-tight narrow:text-xl'
          : 'pt-1.5 text-lg text-ink-2 narrow:text-base'
      }
    >
      {children}
    </dd>
  </div>
)

function Parts({ quarter, data }: QuarterProps) {
  const { where } = useWhere()
  const rows = [
    ...(quarter.from <= data.on
      ? [
          {
            name: already,
            value: quarter.already,
            explain: partRequest(data, quarter, already, where),
          },
        ]
      : []),
    ...[toCome.open, toCome.new].map(({ of, label }) => ({
      name: label,
      value: quarter[of],
      explain: partRequest(data, quarter, label, where),
    })),
  ]
  return (
    <dl className="mt-3 grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 border-t border-line pt-3">
      {rows.map(({ name, value, explain }) => (
        <div key={name} className="contents">
          <dt className="text-ink-2">{name}</dt>
          <dd className="text-right">
            <InlineFigure
              label={name}
              value={value}
              unit="money"
              currency={data.currency}
              explain={explain}
            />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Aim({
  quarter: { target, reached, path },
  currency,
}: {
  quarter: LandingQuarter
  currency: string
}) {
  if (!target || reached === null || !path) return null
  return (
    <div className="mt-3 flex flex-col gap-1.5 border-t border-line pt-3">
      <p className="flex flex-wrap items-center gap-2">
        <span>
          {'Target '}
          <InlineFigure label="Target" value={target.amount} unit="money" currency={currency} />
        </span>
        <Badge tone={reached >= 0.5 ? 'good' : reached >= 0.2 ? 'warn' : 'bad'}>
          {`${percent(reached, 0)} likely`}
        </Badge>
        <span className="text-sm text-ink-3">
          {`set by ${target.setBy}, `}
          <When at={target.setAt} />
        </span>
      </p>
      <p className="text-ink-2">{path.says}</p>
    </div>
  )
}
