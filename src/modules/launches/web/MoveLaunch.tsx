import { useState } from 'react'
import { addDays, daysBetween } from '../../../methods/days.ts'
import { Badge, Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Input } from '../../../ui/parts/Input.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { DateInput } from '../../../ui/period/DateRange.tsx'
import { sentence, useCommand, useQuery } from '../../../ui/query.ts'
import { type Hit, type Launch, launches, type Trial } from '../contract.ts'

const refresh = { alsoRefresh: ['identity', 'activity', 'campaigns'] }

/** Another day for a launch, with everything it hits said before it is done. */
export function MoveLaunch({ launch, onClose }: { launch: Launch; onClose: () => void }) {
  const [opened] = useState(launch)
  const [on, setOn] = useState(launch.launchOn)
  const [announce, setAnnounce] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const announceOn = announce ?? keptAnnouncement(opened, on)
  const to = { id: opened.id, on, announceOn: announceOn || null }
  const isOther = on !== '' && (on !== opened.launchOn || to.announceOn !== opened.announceOn)
  const tried = useQuery(launches.tryMove, to, { isOn: isOther, keepsOld: false })
  const move = useCommand(launches.move, { isQuiet: true, ...refresh })
  const undo = useCommand(launches.undoMove, refresh)
  const save = async () => {
    const said = { ...to, reason, version: opened.version }
    const moved = await move.attempt(said).catch(() => undefined)
    if (!moved) return
    const [last] = moved.moves
    toast(`${moved.name} launches on ${moved.launchOn}`, {
      detail: 'Owners of its campaigns are told.',
      ...(last ? { undo: () => void undo.run({ id: last.id }) } : {}),
    })
    onClose()
  }
  const shown = isOther ? tried.data : undefined
  const isBlocked = !shown || shown.whyNot !== null || reason.trim().length < 3
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`Move the launch of ${opened.name}`}
      description="Campaigns keep their days; their owners are told and asked to fit them."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={isBlocked} isBusy={move.isRunning} onClick={() => void save()}>
            Move
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <div className="grid grid-cols-2 gap-3 narrow:grid-cols-1">
          <Field label="Launches on">
            <DateInput label="Launches on" value={on} onChange={setOn} />
          </Field>
          <Field label="Announced on" isOptional>
            <DateInput label="Announced on" value={announceOn} onChange={setAnnounce} />
          </Field>
        </div>
        <Field label="Why" hint="Owners of its campaigns read it.">
          <Input value={reason} onChange={setReason} />
        </Field>
        {tried.error && isOther && <Notice tone="bad">{sentence(tried.error)}</Notice>}
        {shown && <What shown={shown} />}
        {move.error && <Notice tone="bad">{sentence(move.error)}</Notice>}
      </div>
    </Dialog>
  )
}

/** The announcement goes along with the launch until somebody says otherwise. */
const keptAnnouncement = ({ announceOn, launchOn }: Launch, on: string): string =>
  announceOn && on ? addDays(announceOn, daysBetween(launchOn, on)) : (announceOn ?? '')

function What({ shown }: { shown: Trial }) {
  if (shown.whyNot) return <Notice tone="bad">{shown.whyNot}</Notice>
  const isGrave = shown.hits.some((one) => one.tooLate.length > 0)
  return (
    <>
      {shown.days !== 0 && <Notice tone={isGrave ? 'warn' : 'info'}>{shown.says}</Notice>}
      {shown.overlaps.map((one) => (
        <Notice key={`${one.one.id} ${one.other.id}`} tone="warn">
          {one.says}
        </Notice>
      ))}
      <ul className="flex flex-col gap-3">
        {shown.hits.map((hit) => (
          <HitShown key={hit.id} hit={hit} />
        ))}
      </ul>
    </>
  )
}

const HitShown = ({ hit }: { hit: Hit }) => (
  <li>
    <p className="flex flex-wrap items-center gap-x-2">
      <span className="font-medium">{hit.name}</span>
      <span className="text-ink-3">{hit.owner}</span>
      {hit.isApproved && <Badge tone="info">Approved: needs a change request</Badge>}
    </p>
    <p className="text-ink-2">{hit.says}</p>
    <ul className="text-sm text-ink-2">
      {hit.tooLate.map((step) => (
        <li
          key={step.name}
        >{`${step.name}${step.owner ? ` (${step.owner})` : ''}, due ${step.due}: ${step.says}.`}</li>
      ))}
    </ul>
  </li>
)
