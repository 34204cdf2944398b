import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Combobox } from '../../../ui/parts/Combobox.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Input } from '../../../ui/parts/Input.tsx'
import { DateInput } from '../../../ui/period/DateRange.tsx'
import { sentence, useCommand, useQuery } from '../../../ui/query.ts'
import { campaigns } from '../../campaigns/contract.ts'
import { whyNotUnder } from '../../campaigns/rules.ts'
import { type Template, templates } from '../contract.ts'
import { Timeline } from './Timeline.tsx'

/** A campaign from a template: choose the first day and see what is due when before it is started. */
export function StartCampaign({ one, onClose }: { one: Template; onClose: () => void }) {
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const [ownerId, setOwner] = useState<string | null>(null)
  const [parentId, setParent] = useState<string | null>(null)
  const [launchOn, setLaunch] = useState('')
  const people = useQuery(campaigns.choices, {}).data?.people ?? []
  const parents = (useQuery(campaigns.list, {}).data?.items ?? []).filter(
    (campaign) => whyNotUnder(one.level, campaign.level) === null,
  )
  const start = useCommand(templates.start, { isQuiet: true, alsoRefresh: ['campaigns', 'trace'] })
  const save = async () => {
    if (!ownerId) return
    const said = { id: one.id, version: one.version, name, ownerId, parentId, launchOn }
    const made = await start.attempt(said).catch(() => undefined)
    if (made) void navigate({ to: `/campaigns/${made.id}`, search: { tab: 'steps' } as never })
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="large"
      title={`Start a campaign from ${one.name}`}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="primary"
            disabled={!name.trim() || !ownerId || !launchOn}
            isBusy={start.isRunning}
            onClick={() => void save()}
          >
            Start it
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label="Name">
          <Input value={name} onChange={setName} autoFocus />
        </Field>
        <div className="grid grid-cols-2 gap-3 narrow:grid-cols-1">
          <Field label="Owner">
            <Combobox
              options={people.map((person) => ({ value: person.id, label: person.name }))}
              value={ownerId}
              onChange={setOwner}
            />
          </Field>
          <Field label="Belongs to" isOptional>
            <Combobox
              options={parents.map((parent) => ({ value: parent.id, label: parent.name }))}
              value={parentId}
              onChange={setParent}
              isClearable
            />
          </Field>
        </div>
        <Field label="First day" hint="Everything is to be done by the last working day before it.">
          <DateInput label="First day" value={launchOn} onChange={setLaunch} />
        </Field>
        {launchOn && <Preview id={one.id} launchOn={launchOn} />}
        {start.error && <Notice tone="bad">{sentence(start.error)}</Notice>}
      </div>
    </Dialog>
  )
}

function Preview({ id, launchOn }: { id: string; launchOn: string }) {
  const asked = useQuery(templates.preview, { id, launchOn })
  const plan = asked.data
  if (asked.error) return <Notice tone="bad">{sentence(asked.error)}</Notice>
  if (!plan || plan.steps.length === 0) return null
  return (
    <div className="flex flex-col gap-3">
      <Notice tone={plan.lateBy > 0 ? 'bad' : 'info'}>{plan.says}</Notice>
      <Timeline steps={plan.steps} launchOn={launchOn} />
      <ul className="flex flex-col gap-0.5 text-ink-2">
        {plan.steps.map((step) => (
          <li key={step.id}>{`${step.due} ${step.name}${step.late > 0 ? `: ${step.says}` : ''}`}</li>
        ))}
      </ul>
    </div>
  )
}
