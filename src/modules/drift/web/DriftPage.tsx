import { Figure, FigureRow } from '../../../ui/figure/Figure.tsx'
import { Day } from '../../../ui/format/Values.tsx'
import { Page } from '../../../ui/kit/Page.tsx'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { type Drift, drift } from '../contract.ts'
import { graceDays, noticedFrom, urgentFrom } from '../rules.ts'
import { Responses } from './Responses.tsx'
import { Spend } from './Spend.tsx'
import { Time } from './Time.tsx'
import { Weeks } from './Weeks.tsx'

const tones = { calm: 'good', soon: 'warn', now: 'bad' } as const

export default function DriftPage() {
  const asked = useQuery(drift.show, {})
  const { data } = asked
  return (
    <Page
      title="Drift"
      description="How far what we spend, work on and run has moved from the vision, and how fast we answer when it changes."
      tabs={[
        { value: 'now', label: 'Now' },
        { value: 'spend', label: 'Spend', ...(data?.spend ? { count: data.spend.lines.length } : {}) },
        { value: 'response', label: 'Time to respond' },
        { value: 'weeks', label: 'Week by week' },
      ]}
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
      actions={data?.can.manage && <Keep />}
    >
      {(tab) => data && <Tab tab={tab} data={data} />}
    </Page>
  )
}

function Keep() {
  const keep = useCommand(drift.keep)
  const run = async () => {
    const done = await keep.run({})
    if (done) toast('Kept', { detail: `The figures of the week of ${done.on}.` })
  }
  return (
    <Button isBusy={keep.isRunning} onClick={() => void run()}>
      Keep this week
    </Button>
  )
}

function Tab({ tab, data }: { tab: string; data: Drift }) {
  if (tab === 'spend') return <Spend data={data} />
  if (tab === 'response') return <Responses data={data} />
  if (tab === 'weeks') return <Weeks weeks={data.weeks} />
  return <Now data={data} />
}

function Now({ data }: { data: Drift }) {
  const { vision, urgency } = data
  return (
    <>
      <Notice
        tone={tones[urgency.level]}
        action={
          vision === null && (
            <Button small to="/vision">
              Vision
            </Button>
          )
        }
      >
        {urgency.says}
      </Notice>
      <FigureRow>
        <Figure
          label="Distance from the vision"
          value={data.distance}
          unit="ratio"
          better="down"
          reason="Nothing is known yet that could drift."
        />
        {data.parts.map((part) => (
          <Figure
            key={part.name}
            label={part.name}
            value={part.rate}
            unit="ratio"
            better="down"
            reason="There is none of it yet."
          />
        ))}
      </FigureRow>
      {vision && <VisionSaid vision={vision} />}
      <Formulas data={data} />
      {data.hours && <Time hours={data.hours} />}
    </>
  )
}

function VisionSaid({ vision }: { vision: NonNullable<Drift['vision']> }) {
  return (
    <FigureRow>
      <Figure label="Days since the vision changed" value={vision.daysSince} unit="count">
        <p className="text-sm text-ink-3">
          {`Version ${vision.version}, ${vision.savedBy}, `}
          <Day date={vision.savedOn} />
        </p>
      </Figure>
      <Figure
        label="Days since the last buy-in"
        value={vision.buyIn?.days ?? null}
        unit="count"
        reason="No executive has bought in yet."
      >
        {vision.buyIn && (
          <p className="text-sm text-ink-3">
            {`${vision.buyIn.by}${vision.buyIn.isForThis ? '' : ', to an older version'}`}
          </p>
        )}
      </Figure>
    </FigureRow>
  )
}

const percent = (rate: number): string => `${Math.round(rate * 100)} %`

const Formulas = ({ data }: { data: Drift }) => (
  <section aria-label="How it is reckoned" className="flex flex-col gap-2 text-sm text-ink-2">
    <p>
      {`The distance is the mean of the parts that are known, each from 0 to 100 %. From ${percent(noticedFrom)} on it is worth a look, from ${percent(urgentFrom)} on it is urgent; so is what still rests on an older version more than ${graceDays} days after a change.`}
    </p>
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 narrow:grid-cols-1">
      {data.parts.map((part) => (
        <div key={part.name} className="contents">
          <dt className="font-medium text-ink">{part.name}</dt>
          <dd>{part.says}</dd>
        </div>
      ))}
    </dl>
  </section>
)
