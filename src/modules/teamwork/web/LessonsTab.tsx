import { useDeferredValue, useState } from 'react'
import { z } from 'zod'
import { FormDialog } from '../../../ui/form/FormDialog.tsx'
import { day } from '../../../ui/format/when.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Input } from '../../../ui/parts/Input.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { type Lesson, LessonTerms, teamwork } from '../contract.ts'
import type { Entry } from './Entries.tsx'
import { wordList } from './people.ts'
import { TabFrame } from './TabFrame.tsx'

/** What was learnt, by teams and by oneself; described work brings the nearest ones up. */
export function LessonsTab() {
  const [like, setLike] = useUrl('like')
  const words = useDeferredValue(like)
  const asked = useQuery(teamwork.lessons, words.length > 2 ? { like: words } : {})
  const [edited, edit] = useState<Lesson | 'new' | null>(null)
  const remove = useCommand(teamwork.removeLesson)
  const mayWrite = useCan()('teamwork:write')
  const take = async ({ id }: Lesson) => {
    if (!(await remove.run({ id, isRemoved: true }))) return
    toast('Taken out', { undo: () => void remove.run({ id, isRemoved: false }) })
  }
  return (
    <>
      <TabFrame
        asked={asked}
        label="Lessons"
        hint="Those of teams are read by everybody here, your own by you alone."
        entries={(asked.data?.items ?? []).map((one) => entryOf(one, edit, take))}
        empty={
          words.length > 2
            ? 'No lesson resembles this. Use other words, or clear them to see all.'
            : 'No lesson is kept yet. Press c: what you learnt, and when it is worth remembering.'
        }
        create={{ label: 'Keep a lesson', run: () => edit('new'), isOn: mayWrite }}
        filters={
          <Input
            aria-label="What you are about to do"
            placeholder="What are you about to do?"
            value={like}
            onChange={setLike}
            maxLength={500}
            className="w-60"
          />
        }
      />
      {edited && <LessonForm of={edited} onClose={() => edit(null)} />}
    </>
  )
}

const entryOf = (one: Lesson, edit: (one: Lesson) => void, take: (one: Lesson) => Promise<void>): Entry => ({
  ...{ id: one.id, title: one.what },
  badges: <Badge tone={one.team ? 'info' : 'neutral'}>{one.team?.name ?? 'Only you'}</Badge>,
  meta: [
    `Remember when: ${one.recall}`,
    one.owner.name,
    day(one.on),
    ...one.tags.map((tag) => `#${tag}`),
  ].join(' · '),
  deeds: [
    { label: 'Change', isOn: one.can.change, run: () => edit(one) },
    { label: 'Take out', isOn: one.can.change, run: () => void take(one) },
  ],
})

const Draft = z.object({
  what: LessonTerms.shape.what,
  recall: LessonTerms.shape.recall,
  tags: z.string().max(400).optional(),
  teamId: z.string().optional(),
})

function LessonForm({ of, onClose }: { of: Lesson | 'new'; onClose: () => void }) {
  const [opened] = useState(of)
  const add = useCommand(teamwork.addLesson, { isQuiet: true })
  const change = useCommand(teamwork.changeLesson, { isQuiet: true })
  const teams = useQuery(teamwork.agreements, {}).data?.items ?? []
  const isNew = opened === 'new'
  const team = {
    ...{ name: 'teamId' as const, label: 'For the team', kind: 'combobox' as const, isOptional: true },
    hint: 'Left out, only you read it.',
    options: teams
      .filter((one) => one.hasSaidYes !== null || one.members.length > 0)
      .map((one) => ({ value: one.team.id, label: one.team.name })),
  }
  return (
    <FormDialog
      title={isNew ? 'Keep a lesson' : 'Change the lesson'}
      onClose={onClose}
      id={isNew ? 'lesson-new' : `lesson-${opened.id}-${opened.version}`}
      schema={Draft}
      initial={isNew ? {} : { what: opened.what, recall: opened.recall, tags: opened.tags.join(', ') }}
      fields={[
        { name: 'what', label: 'What we learnt', kind: 'textarea', autoFocus: true },
        { name: 'recall', label: 'When to remember it', placeholder: 'Before the next trade fair is booked' },
        { name: 'tags', label: 'Tags', isOptional: true, hint: 'Words with commas between.' },
        ...(isNew ? [team] : []),
      ]}
      onSave={({ tags, teamId, ...said }) =>
        isNew
          ? add.attempt({ ...said, tags: wordList(tags), teamId: teamId ?? null })
          : change.attempt({ id: opened.id, version: opened.version, ...said, tags: wordList(tags) })
      }
    />
  )
}
