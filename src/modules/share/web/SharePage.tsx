import { useState } from 'react'
import { address } from '../../../kernel/client.ts'
import { Chart } from '../../../ui/chart/Chart.tsx'
import { Figure, FigureRow } from '../../../ui/figure/Figure.tsx'
import { download } from '../../../ui/format/save.ts'
import { day } from '../../../ui/format/when.ts'
import { Exports } from '../../../ui/kit/Exports.tsx'
import { Page } from '../../../ui/kit/Page.tsx'
import { UrlFilter } from '../../../ui/list/UrlFilter.tsx'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { type Meter, share } from '../contract.ts'
import { percentInWords } from '../rules.ts'
import { ByWhom } from './ByWhom.tsx'
import { type AskedPieces, PiecesDrawer } from './PiecesDrawer.tsx'
import { Rest } from './Rest.tsx'
import { Rules } from './Rules.tsx'
import { Stops } from './Stops.tsx'
import { TargetCard } from './TargetCard.tsx'

export default function SharePage() {
  const [personId] = useUrl('person')
  const [teamId] = useUrl('team')
  const whose = { ...(personId ? { personId } : {}), ...(teamId ? { teamId } : {}) }
  const asked = useQuery(share.show, whose)
  const { data } = asked
  const [told, setTold] = useState<AskedPieces | null>(null)
  return (
    <Page
      title="Vision share"
      description="Which part of our time goes to what directly serves the vision, as it was and as it is planned."
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
      actions={
        <Exports
          onSave={(format) => download(address(share.exportPieces, { ...whose, what: 'actual', format }).url)}
        />
      }
    >
      {() =>
        data && (
          <>
            <Headline data={data} onTell={setTold} />
            <Filters data={data} />
            <Trend data={data} onTell={setTold} />
            <ByWhom data={data} onTell={setTold} />
            <Rest data={data} onTell={setTold} />
            <Stops data={data} />
            <TargetCard data={data} />
            <Rules data={data} />
            {told && <PiecesDrawer {...told} whose={whose} onClose={() => setTold(null)} />}
          </>
        )
      }
    </Page>
  )
}

type TellProps = { data: Meter; onTell: (asked: AskedPieces) => void }

function Headline({ data, onTell }: TellProps) {
  const { actual, planned, target, period, ahead } = data
  const aim = { value: target.target.percent / 100 }
  const span = (from: string, to: string) => `${day(from, 'short')} – ${day(to, 'short')}`
  return (
    <>
      {actual.alarm && <Notice tone="bad">{actual.alarm}</Notice>}
      <FigureRow>
        <Figure
          label="Vision share, as it was"
          value={actual.share}
          unit="ratio"
          better="up"
          period={span(period.from, period.to)}
          target={aim}
          reason="Nothing was worked that could be counted in the last four weeks."
          onExplain={() => onTell({ what: 'actual', label: 'Vision share, as it was' })}
        >
          {actual.low !== null && actual.high !== null && (
            <p className="text-sm text-ink-3">{`${percentInWords(actual.low)} to ${percentInWords(actual.high)}, 80 times in 100`}</p>
          )}
        </Figure>
        <Figure
          label="Vision share, planned"
          value={planned.share}
          unit="ratio"
          better="up"
          period={span(ahead.from, ahead.to)}
          target={aim}
          reason="Nothing is planned in the next four weeks."
          onExplain={() => onTell({ what: 'planned', label: 'Vision share, planned' })}
        />
        <Figure
          label="Hours that were not vision"
          value={Math.round((actual.total - actual.vision) / 60)}
          unit="count"
          better="down"
          onExplain={() => onTell({ what: 'actual', isVision: false, label: 'Hours that were not vision' })}
        />
      </FigureRow>
    </>
  )
}

const Filters = ({ data }: { data: Meter }) => (
  <div className="flex flex-wrap gap-2">
    <UrlFilter
      name="team"
      label="Team"
      options={data.teams
        .filter((one) => one.minutes !== null)
        .map((one) => ({ value: one.id, label: one.name }))}
    />
    {(data.people.length > 0 || data.isFiltered) && (
      <UrlFilter
        name="person"
        label="Person"
        options={data.people.map((one) => ({ value: one.id, label: one.name }))}
      />
    )}
  </div>
)

function Trend({ data, onTell }: TellProps) {
  const known = data.trend.filter((one) => one.share !== null)
  if (known.length < 2) return null
  const [first, last] = [known[0]!, known.at(-1)!]
  return (
    <Chart
      title={`From ${percentInWords(first.share!)} to ${percentInWords(last.share!)} in ${known.length} weeks`}
      hint="Vision share by week; choose a week to see its items"
      kind="line"
      unit="ratio"
      isFromZero
      categories={data.trend.map((one) => day(one.week, 'short'))}
      series={[{ name: 'Vision share', values: data.trend.map((one) => one.share), isAccent: true }]}
      target={{ value: data.target.target.percent / 100, label: 'Target' }}
      onSelect={({ category }) => {
        const week = data.trend.find((one) => day(one.week, 'short') === category)?.week
        if (week) onTell({ what: 'actual', week, label: `Vision share, week of ${category}` })
      }}
    />
  )
}
