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
import { type Figure, useJourneyFigure } from './ExplainJourneys.tsx'
import { Paths } from './Paths.tsx'
import { SpreadFigure } from './SpreadFigure.tsx'
import { layered, stepFinding } from './steps.ts'

type Found = Out<typeof attribution.journeys>
type Range = ReturnType<typeof usePeriod>['range']
const few = 20
const many = 200

/** How sales came about: how many touches and days, by which paths, and what led to what. */
export function Journeys() {
  const period = usePeriod()
  const [shown, setShown] = useUrl('paths', String(few))
  const limit = shown === String(many) ? many : few
  const asked = useQuery(attribution.journeys, { ...period.range, limit })
  const nothing = useNothing(
    'sales',
    'Import opportunities and touches to see which touches led to sales.',
    'won',
  )
  const { explain, drawer } = useJourneyFigure()
  const shared = { period: period.label, range: period.range, explain }
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
            <Lengths {...shared} found={data} />
            <Paths
              found={data}
              hint={period.label}
              explainWhat={(what, channels) => explain({ of: 'path', what, channels, ...period.range })}
              onMore={data.paths.length === limit && limit < many ? () => setShown(String(many)) : undefined}
            />
            <Steps {...shared} found={data} />
            <Notes notes={data.notes} />
            {drawer}
          </>
        )
      }
    </FaceOf>
  )
}

type PartProps = { found: Found; period: string; range: Range; explain: (figure: Figure) => void }

function Lengths({ found, period, range, explain }: PartProps) {
  return (
    <FigureRow>
      <SpreadFigure
        label="Touches to a sale"
        unit="number"
        spread={found.touches}
        asks={{ what: 'touches', ...range }}
        {...{ period, explain }}
      />
      <SpreadFigure
        label="Days to a sale"
        unit="days"
        spread={found.days}
        asks={{ what: 'days', ...range }}
        {...{ period, explain }}
      />
    </FigureRow>
  )
}

function Steps({ found: { transitions }, period, range, explain }: PartProps) {
  const { leads, ...flow } = layered(transitions)
  return (
    <Chart
      kind="flow"
      unit="count"
      title={stepFinding(transitions)}
      hint={`${period} · left the channel a step sets out from, right the one it leads to; a journey of many steps passes through more than once`}
      series={[{ name: 'Journeys', values: [] }]}
      accent="Won"
      height={460}
      onSelect={({ index }) => leads[index] && explain({ of: 'step', leads: leads[index], ...range })}
      {...flow}
    />
  )
}
