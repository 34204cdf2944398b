import { useState } from 'react'
import { FigureRow } from '../../../ui/figure/Figure.tsx'
import { day } from '../../../ui/format/when.ts'
import type { Column } from '../../../ui/list/columns.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { ReasonDialog } from '../../../ui/parts/ReasonDialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { type Feedback, type Timeliness, teamwork } from '../contract.ts'
import type { Entry } from './Entries.tsx'
import { FeedbackForm } from './FeedbackForm.tsx'
import { OwnFigure } from './OwnFigure.tsx'
import { TabFrame } from './TabFrame.tsx'

/** Feedback one gave and received; nobody else reads it. */
export function FeedbackTab() {
  const mayWrite = useCan()('teamwork:write')
  const asked = useQuery(teamwork.feedback, {}, { isOn: mayWrite })
  const [isNew, setNew] = useState(false)
  const [answered, answer] = useState<Feedback | null>(null)
  const takeBack = useTakeBack()
  const items = asked.data?.items ?? []
  return (
    <>
      <TabFrame
        asked={asked}
        label="Feedback"
        hint="About what somebody did or what came of it. Only the two of you read it: it is in no feed, search or export."
        entries={items.map((one) => entryOf(one, answer, takeBack))}
        empty="You have neither given nor received feedback. Press c while it is fresh: what happened, what they did, what came of it, and what next."
        create={{ label: 'Give feedback', run: () => setNew(true), isOn: mayWrite }}
      >
        {asked.data && <Figures given={asked.data.given} received={asked.data.received} items={items} />}
      </TabFrame>
      {isNew && <FeedbackForm onClose={() => setNew(false)} />}
      {answered && <Answer to={answered} onClose={() => answer(null)} />}
    </>
  )
}

const columns: Column<Feedback>[] = [
  { id: 'with', title: 'With', value: (one) => (one.isMine ? one.to.name : one.from.name) },
  { id: 'happened', title: 'Happened', value: (one) => one.happenedOn },
  { id: 'given', title: 'Given', value: (one) => one.givenOn },
  { id: 'days', title: 'Days', value: (one) => one.days, align: 'end' },
]
const definition =
  'The days from what happened to the feedback about it: half of it came as soon as this, or sooner.'

type FiguresProps = { given: Timeliness; received: Timeliness; items: Feedback[] }

function Figures({ given, received, items }: FiguresProps) {
  const isDirector = useCan()('teamwork:manage')
  const all = useQuery(teamwork.timeliness, {}, { isOn: isDirector }).data
  const shared = {
    ...{ unit: 'days' as const, better: 'down' as const, definition, columns },
    ...{ formula: 'median of (day given − day it happened)', source: 'Your own feedback' },
  }
  return (
    <FigureRow>
      <OwnFigure<Feedback>
        {...shared}
        label="Mine comes within"
        value={given.median}
        reason={given.says}
        rows={items.filter((one) => one.isMine)}
      />
      <OwnFigure<Feedback>
        {...shared}
        label="I hear within"
        value={received.median}
        reason={received.says}
        rows={items.filter((one) => !one.isMine)}
      />
      {all && (
        <OwnFigure<Feedback>
          {...shared}
          label="Everybody’s, within"
          value={all.median}
          reason={all.says}
          source="All feedback of the last year, counted only"
          rows={[]}
          withheld="Its rows are shown to nobody: feedback is between two people."
        />
      )}
    </FigureRow>
  )
}

function useTakeBack() {
  const remove = useCommand(teamwork.takeFeedbackBack)
  const again = useCommand(teamwork.giveFeedback)
  return async (one: Feedback) => {
    if (!(await remove.run({ id: one.id }))) return
    const { about, happenedOn, situation, behaviour, effect, next } = one
    const said = { toId: one.to.id, about, happenedOn, situation, behaviour, effect, next }
    toast('Taken back', { undo: () => void again.run(said) })
  }
}

const entryOf = (
  one: Feedback,
  answer: (one: Feedback) => void,
  takeBack: (one: Feedback) => Promise<void>,
): Entry => ({
  ...{ id: one.id, title: one.isMine ? `To ${one.to.name}` : `From ${one.from.name}` },
  badges: (
    <Badge
      tone={one.about === 'behaviour' ? 'info' : 'accent'}
    >{`About ${one.about === 'behaviour' ? 'a behaviour' : 'an outcome'}`}</Badge>
  ),
  meta: `About ${day(one.happenedOn)}, given ${one.days === 0 ? 'the same day' : one.days === 1 ? 'a day later' : `${one.days} days later`}`,
  body: [
    one.situation,
    one.behaviour,
    one.effect,
    `Next: ${one.next}`,
    ...(one.answer ? [`${one.to.name} answered: ${one.answer}`] : []),
  ].join('\n'),
  deeds: [
    { label: 'Answer', look: 'secondary', isOn: one.can.answer, run: () => answer(one) },
    { label: 'Take back', isOn: one.can.takeBack, run: () => void takeBack(one) },
  ],
})

function Answer({ to, onClose }: { to: Feedback; onClose: () => void }) {
  const answer = useCommand(teamwork.answerFeedback)
  const save = async (words: string) => {
    if (await answer.run({ id: to.id, answer: words })) onClose()
  }
  return (
    <ReasonDialog
      title={`Answer ${to.from.name}`}
      description="Once, and only they read it. You need not answer."
      label="Your answer"
      verb="Answer"
      most={1500}
      isBusy={answer.isRunning}
      onSave={(words) => void save(words)}
      onClose={onClose}
    />
  )
}
