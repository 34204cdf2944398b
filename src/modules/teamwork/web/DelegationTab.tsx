import { useState } from 'react'
import { z } from 'zod'
import { FormDialog } from '../../../ui/form/FormDialog.tsx'
import { day } from '../../../ui/format/when.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { type Delegation, teamwork } from '../contract.ts'
import { levels } from '../rules.ts'
import type { Entry } from './Entries.tsx'
import { useMyId, usePeople } from './people.ts'
import { TabFrame } from './TabFrame.tsx'

/** How far decisions are delegated, per person and type of work, agreed by the two. */
export function DelegationTab() {
  const asked = useQuery(teamwork.delegations, {})
  const [isNew, setNew] = useState(false)
  const deeds = useDeeds()
  const mayWrite = useCan()('teamwork:write')
  return (
    <>
      <TabFrame
        asked={asked}
        label="Delegation levels"
        hint="Between two people and for one type of work. Only the two and whoever manages teamwork see them."
        entries={(asked.data?.items ?? []).map((one) => entryOf(one, deeds))}
        empty="No level is agreed. Press c and propose how far you decide yourself about a type of work; the other agrees."
        create={{ label: 'Propose a level', run: () => setNew(true), isOn: mayWrite }}
      />
      {isNew && <LevelForm onClose={() => setNew(false)} />}
    </>
  )
}

function useDeeds() {
  const agree = useCommand(teamwork.agreeDelegation)
  const look = useCommand(teamwork.lookAtDelegation)
  const end = useCommand(teamwork.endDelegation)
  return {
    agree: ({ id, version }: Delegation) => void agree.run({ id, version }),
    look: async ({ id, version }: Delegation) => {
      if (await look.run({ id, version })) toast('It still fits; asked again in six months')
    },
    end: async ({ id, version }: Delegation) => {
      const done = await end.run({ id, version, isEnded: true })
      if (!done) return
      toast('Ended', { undo: () => void end.run({ id, version: done.version, isEnded: false }) })
    },
  }
}

const entryOf = (one: Delegation, deeds: ReturnType<typeof useDeeds>): Entry => ({
  ...{ id: one.id, title: `${one.work}: ${one.level} of 7, ${one.title}` },
  badges: (
    <>
      {one.endedOn && <Badge>{`Until ${day(one.endedOn)}`}</Badge>}
      {!one.endedOn && !one.agreedOn && <Badge tone="warn">Proposed</Badge>}
      {one.isToBeLookedAt && <Badge tone="info">Does it still fit?</Badge>}
    </>
  ),
  meta: `${one.person.name}, led by ${one.leader.name} · ${
    one.agreedOn ? `agreed ${day(one.agreedOn)}` : `proposed ${day(one.proposedOn)}`
  }${one.lookedOn ? ` · looked at ${day(one.lookedOn)}` : ''}`,
  body: one.words,
  deeds: [
    { label: 'Agree', look: 'primary', isOn: one.can.agree, run: () => deeds.agree(one) },
    { label: 'It still fits', isOn: one.can.look, run: () => void deeds.look(one) },
    { label: one.agreedOn ? 'End it' : 'Withdraw', isOn: one.can.end, run: () => void deeds.end(one) },
  ],
})

const Draft = z.object({
  role: z.enum(['person', 'leader']),
  otherId: z.string(),
  work: z.string().trim().min(3, 'takes at least 3 letters').max(80),
  level: z.string(),
  words: z.string().max(500).optional(),
})

function LevelForm({ onClose }: { onClose: () => void }) {
  const propose = useCommand(teamwork.proposeDelegation, { isQuiet: true })
  const me = useMyId()
  const { options } = usePeople()
  const types = useQuery(teamwork.workTypes, {}).data?.items ?? []
  const known = types.map((one) => one.name).join(', ')
  const save = ({ role, otherId, level, words, work }: z.output<typeof Draft>) =>
    propose.attempt({
      ...(role === 'person' ? { personId: me, leaderId: otherId } : { personId: otherId, leaderId: me }),
      ...{ work, level: Number(level), words: words ?? '' },
    })
  return (
    <FormDialog
      title="How far is it delegated?"
      onClose={onClose}
      id="delegation-new"
      schema={Draft}
      initial={{ role: 'person' }}
      fields={[
        {
          ...{ name: 'role', label: 'It is about what', kind: 'select' },
          options: [
            { value: 'person', label: 'I decide' },
            { value: 'leader', label: 'somebody I lead decides' },
          ],
        },
        {
          ...{ name: 'otherId', label: 'With', kind: 'combobox' },
          options: options.filter((one) => one.value !== me),
        },
        {
          ...{ name: 'work', label: 'Type of work', autoFocus: true },
          ...(known ? { hint: `Such as: ${known}` } : {}),
        },
        {
          ...{ name: 'level', label: 'Level', kind: 'select' },
          options: levels.map((one) => ({
            ...{ value: String(one.level), label: `${one.level} ${one.title}`, hint: one.words },
          })),
        },
        { name: 'words', label: 'In your words', kind: 'textarea', isOptional: true },
      ]}
      saveLabel="Propose"
      onSave={save}
    />
  )
}
