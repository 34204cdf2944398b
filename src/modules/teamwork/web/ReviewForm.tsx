import { z } from 'zod'
import { FormDialog } from '../../../ui/form/FormDialog.tsx'
import { Meanwhile } from '../../../ui/form/Meanwhile.tsx'
import { useOpened } from '../../../ui/form/useOpened.ts'
import { useCommand } from '../../../ui/query.ts'
import { type Review, ReviewTerms, teamwork } from '../contract.ts'
import { culpritHint } from '../rules.ts'
import { hinted } from './Hinted.tsx'
import { usePeople } from './people.ts'

const line = /^(\d{4}-\d{2}-\d{2})\s*[:–-]?\s+(.{3,300})$/
const linesOf = (text: string | undefined) =>
  (text ?? '')
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)
const Draft = ReviewTerms.omit({ timeline: true }).extend({
  isOwn: z.boolean().default(false),
  timeline: z
    .string()
    .max(20_000)
    .optional()
    .refine(
      (text) => linesOf(text).every((one) => line.test(one)),
      'has a line without a day: write each like 2026-02-28 The file came in empty',
    ),
})
const momentsOf = (text: string | undefined) =>
  linesOf(text).map((one) => {
    const [, on = '', what = ''] = line.exec(one) ?? []
    return { on, what }
  })

type ReviewFormProps = { of: Review | null; onClose: () => void; onSaved?: (saved: Review) => void }

/** What happened, what was expected, what allowed it. Nobody’s name is asked for. */
export function ReviewForm({ of, onClose, onSaved }: ReviewFormProps) {
  const { opened, open, newer } = useOpened<Review | null>(of)
  const add = useCommand(teamwork.openReview, { isQuiet: true })
  const change = useCommand(teamwork.changeReview, { isQuiet: true })
  const { present } = usePeople()
  const names = present.map((one) => one.name)
  const asked = hinted((text) => culpritHint(text, names))
  const save = ({ timeline, ...said }: z.output<typeof Draft>) => {
    const given = { ...said, timeline: momentsOf(timeline) }
    return opened ? change.attempt({ id: opened.id, version: opened.version, ...given }) : add.attempt(given)
  }
  return (
    <FormDialog
      key={opened?.version ?? 0}
      title={opened ? 'Change the review' : 'How did the process break down?'}
      description="It asks about the process, not about people."
      onClose={onClose}
      id={opened ? `review-${opened.id}-${opened.version}` : 'review-new'}
      schema={Draft}
      initial={opened ? initialOf(opened) : { isOwn: false }}
      fields={[
        { name: 'title', label: 'What it is about', autoFocus: true },
        { name: 'happenedOn', label: 'When it happened', kind: 'date' },
        { name: 'happened', label: 'What happened', ...asked },
        {
          ...{ name: 'timeline', label: 'Step by step', kind: 'textarea', isOptional: true },
          hint: 'One a line, with its day in front.',
          placeholder: '2026-02-28 The file came in empty',
        },
        { name: 'expected', label: 'What we expected', ...asked },
        { name: 'allowed', label: 'What in the process allowed it', ...asked },
        { name: 'isOwn', label: 'It is about my own work or decision', kind: 'switch' },
      ]}
      saveLabel={opened ? 'Save' : 'Open the review'}
      onSave={save}
      onSaved={(saved) => onSaved?.(saved)}
    >
      {newer && <Meanwhile by={null} what="this review" onLoad={() => open(newer)} />}
    </FormDialog>
  )
}

const initialOf = (one: Review) => ({
  ...{ title: one.title, happenedOn: one.happenedOn, happened: one.happened, expected: one.expected },
  ...{ allowed: one.allowed, isOwn: one.isOwn },
  timeline: one.timeline.map(({ on, what }) => `${on} ${what}`).join('\n'),
})
