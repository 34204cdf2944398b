import { useState } from 'react'
import type { Filter } from '../../../engine/query/query.ts'
import { Figure } from '../../../ui/figure/Figure.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { type Coverage, forecast } from '../contract.ts'
import { coverageRequest } from './coverage-request.ts'
import { SetTarget } from './SetTarget.tsx'

type CoverageProps = { from?: string; to?: string; where: Filter[] }

/** How many times the open pipeline covers the target; where none is set, the way to set one. */
export default function CoverageFigure({ from, to, where }: CoverageProps) {
  const asked = useQuery(forecast.coverage, { ...(from ? { from } : {}), ...(to ? { to } : {}), where })
  const { data } = asked
  return (
    <Figure
      label="Coverage"
      value={data?.coverage ?? null}
      unit="times"
      better="up"
      period={data?.label}
      reason={data?.reason ?? asked.error?.message}
      isLoading={asked.isPending}
      explain={data && coverageRequest(data, where)}
    >
      {data?.lacking && <Lacking lacking={data.lacking} currency={data.currency} />}
    </Figure>
  )
}

type LackingProps = { lacking: NonNullable<Coverage['lacking']>; currency: string }

function Lacking({ lacking, currency }: LackingProps) {
  const [isSetting, setSetting] = useState(false)
  if (!useCan()('forecast:act')) return null
  return (
    // Above the button that covers the tile.
    <div className="relative z-1">
      <Button small onClick={() => setSetting(true)}>
        Set a target
      </Button>
      {isSetting && (
        <SetTarget
          quarter={{ ...lacking, target: null }}
          currency={currency}
          onClose={() => setSetting(false)}
        />
      )}
    </div>
  )
}
