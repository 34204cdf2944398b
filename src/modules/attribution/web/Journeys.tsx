import type { Out } from '../../../kernel/contract.ts'
import { Chart } from '../../../ui/chart/Chart.tsx'
import { FigureRow } from '../../../ui/figure/Figure.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { usePeriod } from '../../../ui/period/usePeriod.ts'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { useNothing } from '../../pipeline/web/index.ts'
import { attribution } from '../contract.ts'
import { Paths } from './Paths.tsx'
import { SpreadFigure } from './SpreadFigure.tsx'
import { layered, stepFinding } from './steps.ts'

type Found = Out<typeof attribution.journeys>
const few = 20
const many = 200

/** How sales came about: how many touches and days, by which paths, and what led to what. */
export function Journeys() {
  const period = usePeriod()
  const [shown, setShown] = useUrl('paths', String(few))
  const limit = shown === String(many) ? many : few
  const asked = useQuery(attribution.journeys, { ...period.range, limit })
  const nothing = useNothing('sales', 'Import opportunities and touches to see which touches led to sales.')
  const { data } = asked
  return (
    <FaceOf
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
      empty={data && data.sales === 0 && data.transitions.length === 0 && nothing}
    >
      {() =>
        data && (
          <>
            <Lengths found={data} period={period.label} />
            <Paths
              found={data}
              hint={period.label}
              onMore={data.paths.length === limit && limit < many ? () => setShown(String(many)) : undefined}
            />
            <Steps steps={data.transitions} hint={period.label} />
            <Notes notes={data.notes} />
          </>
        )
      }
    </FaceOf>
  )
}

function Lengths({ found, period }: { found: Found; period: string }) {
  return (
    <FigureRow>
      <SpreadFigure
        label="Touches to a sale"
        unit="number"
        spread={found.touches}
        period={period}
        definition="Touches within the window before the close of a won opportunity; half of the sales took no more."
        formula="median of the touches of won opportunities that have one"
      />
      <SpreadFigure
        label="Days to a sale"
        unit="days"
        spread={found.days}
        period={period}
        definition="Days from the first touch within the window to the close of a won opportunity; half of the sales took no longer."
        formula="median of close − first touch of won opportunities that have a touch"
      />
    </FigureRow>
  )
}

function Steps({ steps, hint }: { steps: Found['transitions']; hint: string }) {
  return (
    <Chart
      kind="flow"
      unit="count"
      title={stepFinding(steps)}
      hint={`${hint} · left the channel a step sets out from, right the one it leads to; a journey of many steps passes through more than once`}
      series={[{ name: 'Journeys', values: [] }]}
      accent="Won"
      height={460}
      {...layered(steps)}
    />
  )
}
