import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { ReasonDialog } from '../../../ui/parts/ReasonDialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { sentence, useCommand, useQuery } from '../../../ui/query.ts'
import { type Position, positions } from '../contract.ts'
import { whyNotRemove, whyNotReopen } from '../rules.ts'

type Of = { position: Position }
const also = { alsoRefresh: ['budget'] }

/** What can be done with a position as it stands. */
export function PositionSteps({ position }: Of) {
  const { id, version, state } = position
  const [asking, setAsking] = useState<'fill' | 'end' | 'reopen' | null>(null)
  const open = useCommand(positions.open)
  const resume = useCommand(positions.resume, also)
  const fill = useCommand(positions.fill)
  const close = () => setAsking(null)
  const leave = async () => {
    const opened = await open.run({ id, version })
    const { person, filledOn: on } = position
    if (!opened || on === null) return
    const before = { personId: person.id, personName: person.name, on }
    const undo = () => void fill.run({ id, version: opened.version, ...before })
    toast('Open for hiring', { detail: `${person.name} fills it no more.`, undo })
  }
  return (
    <>
      {(state === 'approved' || state === 'open') && (
        <Button look="primary" onClick={() => setAsking('fill')}>
          Fill it
        </Button>
      )}
      {(state === 'approved' || state === 'filled') && (
        <Button isBusy={open.isRunning} onClick={() => void leave()}>
          {state === 'filled' ? 'Nobody fills it any more' : 'Open for hiring'}
        </Button>
      )}
      {whyNotReopen(position) === null && (
        <Button onClick={() => setAsking('reopen')}>Take back to draft</Button>
      )}
      {['approved', 'open', 'filled'].includes(state) && (
        <Button onClick={() => setAsking('end')}>End it</Button>
      )}
      {state === 'ended' && (
        <Button isBusy={resume.isRunning} onClick={() => void resume.run({ id, version })}>
          It has not ended
        </Button>
      )}
      {whyNotRemove(position) === null && <Remove position={position} />}
      {asking === 'fill' && <Fill position={position} onClose={close} />}
      {asking === 'end' && <End position={position} onClose={close} />}
      {asking === 'reopen' && <Reopen position={position} onClose={close} />}
    </>
  )
}

function Remove({ position: { id } }: Of) {
  const navigate = useNavigate()
  const remove = useCommand(positions.remove)
  const restore = useCommand(positions.restore)
  const drop = async () => {
    if (!(await remove.run({ id }))) return
    toast('Draft removed', { undo: () => void restore.run({ id }) })
    void navigate({ to: '/positions' })
  }
  return (
    <Button look="quiet" isBusy={remove.isRunning} onClick={() => void drop()}>
      Remove
    </Button>
  )
}

const Filled = z.object({
  personId: z.string().nullable().optional(),
  personName: z.string().trim().max(200).optional(),
  on: z.iso.date('is a day'),
})

function Fill({ position: { id, version, startsOn }, onClose }: Of & { onClose: () => void }) {
  const fill = useCommand(positions.fill, { isQuiet: true })
  const people = useQuery(positions.list, {}).data?.people ?? []
  return (
    <Dialog isOpen onClose={onClose} size="small" title="Who fills it">
      <Form
        id={`fill-${id}`}
        schema={Filled}
        initial={{ on: startsOn }}
        saveLabel="Fill"
        onSave={({ personId, personName, on }) =>
          fill.attempt({ id, version, on, personId: personId ?? null, personName: personName ?? '' })
        }
        onSaved={onClose}
        onCancel={onClose}
        fields={[
          {
            ...{ name: 'personId', label: 'Person', kind: 'combobox', isOptional: true },
            options: people.map((one) => ({ value: one.id, label: one.name })),
          },
          { name: 'personName', label: 'Or somebody who does not sign in here', isOptional: true },
          { name: 'on', label: 'Since', kind: 'date' },
        ]}
      />
    </Dialog>
  )
}

const Ended = z.object({
  on: z.iso.date('is a day'),
  reason: z.string().trim().min(3, 'takes at least 3 letters').max(500),
})

function End({ position: { id, version }, onClose }: Of & { onClose: () => void }) {
  const end = useCommand(positions.end, { isQuiet: true, ...also })
  const resume = useCommand(positions.resume, also)
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="small"
      title="End it"
      description="Its budget after that day becomes available again."
    >
      <Form
        id={`end-${id}`}
        schema={Ended}
        saveLabel="End"
        onSave={(said) => end.attempt({ id, version, ...said })}
        onSaved={(ended) => {
          toast('Ended', { undo: () => void resume.run({ id, version: ended.version }) })
          onClose()
        }}
        onCancel={onClose}
        fields={[
          { name: 'on', label: 'Last day', kind: 'date' },
          { name: 'reason', label: 'Reason', kind: 'textarea' },
        ]}
      />
    </Dialog>
  )
}

function Reopen({ position: { id, version }, onClose }: Of & { onClose: () => void }) {
  const reopen = useCommand(positions.reopen, { isQuiet: true, ...also })
  return (
    <ReasonDialog
      title="Take it back to draft"
      description="Its budget is released. To change what it is or costs, then ask again."
      label="Reason"
      verb="Take back"
      most={500}
      problem={reopen.error ? sentence(reopen.error) : null}
      isBusy={reopen.isRunning}
      onSave={(reason) => void reopen.attempt({ id, version, reason }).then(onClose, () => undefined)}
      onClose={onClose}
    />
  )
}
