import { useState } from 'react'
import { z } from 'zod'
import { FormDialog } from '../../../ui/form/FormDialog.tsx'
import { day } from '../../../ui/format/when.ts'
import { useKeys } from '../../../ui/keys/useKeys.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { Drawer } from '../../../ui/parts/Drawer.tsx'
import { ReasonDialog } from '../../../ui/parts/ReasonDialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { type Blocker, blockers, causeNames } from '../contract.ts'
import { Answers, Behind } from './Behind.tsx'
import { BlockForm } from './BlockForm.tsx'
import { daysInWords, partyNames, Standing } from './words.tsx'

type Asking = 'end' | 'answer' | 'up' | 'change' | null

/** One blocker: what it is, what stands behind it, what may be done. */
export function BlockerDrawer({ of, onClose }: { of: Blocker; onClose: () => void }) {
  const [asking, ask] = useState<Asking>(null)
  const isOpen = of.can.change && !of.ended
  const deeds = useDeeds(of, () => ask(null))
  useKeys(
    { u: () => ask('end'), n: () => ask('answer'), h: () => ask('up'), e: () => ask('change') },
    { isOn: isOpen && asking === null, inDialogs: true },
  )
  return (
    <Drawer isOpen onClose={onClose} title={`W-${of.item.number} ${of.item.title}`}>
      <div className="flex flex-col gap-5 p-5">
        <p className="flex flex-wrap gap-1">
          <Standing of={of} />
        </p>
        <p className="text-lg">{of.reason}</p>
        <Facts of={of} />
        {isOpen && (
          <div className="flex flex-wrap gap-2">
            <Button look="primary" onClick={() => ask('end')}>
              Unblock
            </Button>
            <Button onClick={() => ask('answer')}>Note an answer</Button>
            <Button onClick={() => ask('up')}>Hand up</Button>
            <Button look="quiet" onClick={() => ask('change')}>
              Change
            </Button>
          </div>
        )}
        {of.ended && of.can.change && (
          <Button onClick={() => void deeds.reopen(of)}>It is blocked still</Button>
        )}
        <Behind of={of} />
        <Answers of={of} />
      </div>
      <Asked of={of} asking={asking} deeds={deeds} onClose={() => ask(null)} />
    </Drawer>
  )
}

function useDeeds(of: Blocker, close: () => void) {
  const end = useCommand(blockers.unblock)
  const again = useCommand(blockers.reopen)
  const reopen = async (one: Pick<Blocker, 'id' | 'version'>) => {
    await again.run({ id: one.id, version: one.version })
  }
  const unblock = async (words: string) => {
    const done = await end.run({ id: of.id, version: of.version, with: words })
    if (!done) return
    close()
    toast(`W-${of.item.number} is blocked no more by ${of.party}`, { undo: () => void reopen(done) })
  }
  return { unblock, reopen, isBusy: end.isRunning }
}

type AskedProps = { of: Blocker; asking: Asking; deeds: ReturnType<typeof useDeeds>; onClose: () => void }
function Asked({ of, asking, deeds, onClose }: AskedProps) {
  if (asking === 'change') return <BlockForm of={of} onClose={onClose} />
  if (asking === 'answer') return <AnswerForm of={of} onClose={onClose} />
  if (asking === 'up') return <HandUpForm of={of} onClose={onClose} />
  return asking === 'end' ? (
    <ReasonDialog
      title="What ended it"
      description="It is read when the next one is planned."
      label="In a few words"
      verb="Unblock"
      most={300}
      isBusy={deeds.isBusy}
      onSave={(words) => void deeds.unblock(words)}
      onClose={onClose}
    />
  ) : null
}

const facts = (of: Blocker): [string, string][] => [
  ['By whom', `${of.party} (${partyNames[of.partyKind].toLowerCase()})`],
  ['Cause', causeNames[of.cause]],
  ['Sees to it', of.owner.name],
  [of.ended ? 'Lasted' : 'Blocked for', daysInWords(of.days)],
  ['Expected to end', of.expectedOn ? day(of.expectedOn) : 'nobody said'],
  ...(of.workaround ? [['Way around', of.workaround] as [string, string]] : []),
  ...(of.escalated ? [['Handed up to', `${of.escalated.to}: ${of.escalated.why}`] as [string, string]] : []),
  ...(of.ended ? [['Ended by', `${of.ended.by}: ${of.ended.with}`] as [string, string]] : []),
  ['Said by', of.madeBy],
]

const Facts = ({ of }: { of: Blocker }) => (
  <dl className="grid grid-cols-[8rem_1fr] gap-x-4 gap-y-1">
    {facts(of).map(([name, value]) => (
      <div key={name} className="contents">
        <dt className="text-ink-3">{name}</dt>
        <dd className="min-w-0 break-words whitespace-pre-line">{value}</dd>
      </div>
    ))}
  </dl>
)

const AnswerDraft = z.object({
  text: z.string().min(2, 'needs words').max(2000),
  expectedOn: z.iso.date('is not a date').optional(),
})

function AnswerForm({ of, onClose }: { of: Blocker; onClose: () => void }) {
  const answer = useCommand(blockers.answer, { isQuiet: true })
  return (
    <FormDialog
      title={`What ${of.party} answered`}
      onClose={onClose}
      id={`blocker-answer-${of.id}`}
      schema={AnswerDraft}
      fields={[
        { name: 'text', label: 'Answer', kind: 'textarea', autoFocus: true },
        { name: 'expectedOn', label: 'Comes on', kind: 'date', isOptional: true },
      ]}
      saveLabel="Note it"
      onSave={({ text, expectedOn }) => answer.attempt({ id: of.id, text, expectedOn: expectedOn ?? null })}
    />
  )
}

const UpDraft = z.object({
  toId: z.string().min(1, 'needs somebody'),
  why: z.string().min(3, 'needs words').max(500),
})

function HandUpForm({ of, onClose }: { of: Blocker; onClose: () => void }) {
  const escalate = useCommand(blockers.escalate, { isQuiet: true })
  const people = (useQuery(blockers.choices, {}).data?.people ?? []).map((one) => ({
    value: one.id,
    label: one.name,
  }))
  return (
    <FormDialog
      title="Hand it up"
      description="To somebody who can end it. They are told, and it stays among their needs."
      onClose={onClose}
      id={`blocker-up-${of.id}-${of.version}`}
      schema={UpDraft}
      fields={[
        { name: 'toId', label: 'To', kind: 'combobox', options: people },
        { name: 'why', label: 'What they should do', kind: 'textarea' },
      ]}
      saveLabel="Hand up"
      onSave={(said) => escalate.attempt({ id: of.id, version: of.version, ...said })}
    />
  )
}
