import { useState } from 'react'
import { InlineFigure } from '../../../ui/figure/Figure.tsx'
import { day } from '../../../ui/format/when.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { ReasonDialog } from '../../../ui/parts/ReasonDialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Improvement, type ImprovementState, type Measured, teamwork } from '../contract.ts'
import { Entries, type Entry } from './Entries.tsx'
import { ImprovementForm } from './ImprovementForm.tsx'
import { MeasureForm } from './MeasureForm.tsx'

type About = 'before' | 'after' | 'drop' | 'edit'
type Asking = { one: Improvement; about: About } | null
const tones = { idea: 'neutral', running: 'info', adopted: 'good', dropped: 'warn' } as const
const titles = { idea: 'Idea', running: 'Running', adopted: 'Adopted', dropped: 'Dropped' } as const

/** Changes of the process, each with its measure before and after. */
export function Improvements({ items, empty }: { items: Improvement[]; empty: string }) {
  const [asking, ask] = useState<Asking>(null)
  const move = useCommand(teamwork.moveImprovement)
  const to = async (one: Improvement, state: ImprovementState, reason = '') => {
    const done = await move.run({ id: one.id, version: one.version, state, reason })
    ask(null)
    if (!done) return
    const back = { id: done.id, version: done.version, state: one.state, reason: one.reason ?? '' }
    toast(titles[state], { undo: () => void move.run(back) })
  }
  const close = () => ask(null)
  if (items.length === 0) return <p className="text-ink-2">{empty}</p>
  return (
    <>
      <Entries label="Changes of the process" entries={items.map((one) => entryOf(one, to, ask))} />
      {(asking?.about === 'before' || asking?.about === 'after') && (
        <MeasureForm one={asking.one} when={asking.about} onClose={close} />
      )}
      {asking?.about === 'edit' && <ImprovementForm of={asking.one} reviewId={null} onClose={close} />}
      {asking?.about === 'drop' && (
        <ReasonDialog
          title="Drop it"
          label="Why"
          verb="Drop it"
          most={500}
          isBusy={move.isRunning}
          onSave={(reason) => void to(asking.one, 'dropped', reason)}
          onClose={close}
        />
      )}
    </>
  )
}

type To = (one: Improvement, state: ImprovementState) => Promise<void>

function entryOf(one: Improvement, to: To, ask: (asking: Asking) => void): Entry {
  const isOpen = one.state === 'idea' || one.state === 'running'
  const may = one.can.change
  const mayMeasure = may && isOpen
  return {
    ...{ id: one.id, title: one.what },
    badges: (
      <>
        <Badge tone={tones[one.state]}>{titles[one.state]}</Badge>
        {one.isLate && <Badge tone="bad">{`Was due ${day(one.dueOn)}`}</Badge>}
      </>
    ),
    meta: `${one.owner.name} · by ${day(one.dueOn)}${one.review ? ` · from “${one.review.name}”` : ''}`,
    body: <Body one={one} />,
    deeds: [
      {
        label: 'Adopt',
        look: 'secondary',
        isOn: may && isOpen && one.whyNotAdopt === null,
        run: () => void to(one, 'adopted'),
      },
      {
        label: 'Begin',
        look: 'secondary',
        isOn: may && one.state === 'idea',
        run: () => void to(one, 'running'),
      },
      {
        label: 'Measure before',
        isOn: mayMeasure && one.before === null,
        run: () => ask({ one, about: 'before' }),
      },
      {
        label: 'Measure after',
        isOn: mayMeasure && one.before !== null,
        run: () => ask({ one, about: 'after' }),
      },
      { label: 'Drop', isOn: may && isOpen, run: () => ask({ one, about: 'drop' }) },
      { label: 'Take up again', isOn: may && !isOpen, run: () => void to(one, 'running') },
      { label: 'Change', isOn: mayMeasure, run: () => ask({ one, about: 'edit' }) },
    ],
  }
}

const Body = ({ one }: { one: Improvement }) => (
  <>
    {one.why && <p>{one.why}</p>}
    <p className="flex flex-wrap items-baseline gap-x-1">
      {one.before ? (
        <>
          {`${one.measure}: `}
          <Value of={one.before} one={one} label="before" />
          {one.after && ' → '}
          {one.after && <Value of={one.after} one={one} label="after" />}
          <span className="text-sm text-ink-3">
            {one.metric ? 'over 28 days each, from the catalogue' : 'a number by hand'}
          </span>
        </>
      ) : one.whyNone ? (
        `No measure: ${one.whyNone}`
      ) : null}
    </p>
    {one.state !== 'adopted' && one.state !== 'dropped' && one.whyNotAdopt && (
      <p className="text-sm text-ink-3">{one.whyNotAdopt}</p>
    )}
    {one.reason && <p className="text-sm">{one.reason}</p>}
  </>
)

const catalogueUnits = ['count', 'money', 'ratio', 'days'] as const

function Value({ of, one, label }: { of: Measured; one: Improvement; label: string }) {
  const unit = catalogueUnits.find((known) => known === one.unit)
  if (one.metric === null || !unit || of.from === null)
    return (
      <span className="tabular font-medium text-ink">{`${of.value.toLocaleString('en')} ${one.unit}`}</span>
    )
  return (
    <InlineFigure
      label={`${one.measure}, ${label}`}
      value={of.value}
      unit={unit}
      {...(one.currency ? { currency: one.currency } : {})}
      explain={{ metric: one.metric, from: of.from, to: of.on }}
    />
  )
}
