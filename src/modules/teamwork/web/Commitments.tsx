import { useState } from 'react'
import { z } from 'zod'
import { FormDialog } from '../../../ui/form/FormDialog.tsx'
import { day } from '../../../ui/format/when.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { ReasonDialog } from '../../../ui/parts/ReasonDialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Commitment, type CommitmentState, Day, teamwork, words } from '../contract.ts'
import { Entries, type Entry } from './Entries.tsx'

const Anew = z.object({ dueOn: Day, why: words(300) })
const tones = { open: 'info', kept: 'good', broken: 'bad', renegotiated: 'warn' } as const
type Asking = { one: Commitment; about: 'broken' | 'renegotiated' } | null

/** What the people of a team promised each other, with what became of it. */
export function Commitments({ items }: { items: Commitment[] }) {
  const settle = useCommand(teamwork.settle)
  const [asking, ask] = useState<Asking>(null)
  const say = async (one: Commitment, state: CommitmentState, why = '') => {
    const done = await settle.run({ id: one.id, version: one.version, state, why })
    ask(null)
    if (!done || state === 'open') return
    const back = { id: done.id, version: done.version, state: 'open' as const }
    toast(`Noted as ${state}`, { undo: () => void settle.run(back) })
  }
  return (
    <>
      <Entries label="Commitments" entries={items.map((one) => entryOf(one, say, ask))} />
      {asking?.about === 'broken' && (
        <ReasonDialog
          title="It was not kept"
          description="No blame: the team learns what stood in the way."
          label="What stood in the way"
          verb="Note it"
          most={300}
          isBusy={settle.isRunning}
          onSave={(why) => void say(asking.one, 'broken', why)}
          onClose={() => ask(null)}
        />
      )}
      {asking?.about === 'renegotiated' && <PromiseAnew one={asking.one} onClose={() => ask(null)} />}
    </>
  )
}

const entryOf = (
  one: Commitment,
  say: (one: Commitment, state: CommitmentState) => Promise<void>,
  ask: (asking: Asking) => void,
): Entry => ({
  ...{ id: one.id, title: one.what },
  badges: <Badge tone={one.isLate ? 'bad' : tones[one.state]}>{one.says}</Badge>,
  meta: `${one.by.name}, by ${day(one.dueOn)}${one.why ? `: ${one.why}` : ''}`,
  deeds: [
    { label: 'Kept', look: 'secondary', isOn: one.can.settle, run: () => void say(one, 'kept') },
    { label: 'Another day', isOn: one.can.settle, run: () => ask({ one, about: 'renegotiated' }) },
    { label: 'Not kept', isOn: one.can.settle, run: () => ask({ one, about: 'broken' }) },
    { label: 'Open again', isOn: one.can.reopen, run: () => void say(one, 'open') },
  ],
})

function PromiseAnew({ one, onClose }: { one: Commitment; onClose: () => void }) {
  const settle = useCommand(teamwork.settle, { isQuiet: true })
  return (
    <FormDialog
      title="Promise it for another day"
      description="The old day stays on record; the new one counts."
      onClose={onClose}
      id={`anew-${one.id}-${one.version}`}
      schema={Anew}
      fields={[
        { name: 'dueOn', label: 'New day', kind: 'date', autoFocus: true },
        { name: 'why', label: 'Why', kind: 'textarea' },
      ]}
      saveLabel="Promise"
      onSave={(said) => settle.attempt({ id: one.id, version: one.version, state: 'renegotiated', ...said })}
    />
  )
}
