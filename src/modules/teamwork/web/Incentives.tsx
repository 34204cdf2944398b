import { useState } from 'react'
import { z } from 'zod'
import { FormDialog } from '../../../ui/form/FormDialog.tsx'
import { day } from '../../../ui/format/when.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { type Incentive, IncentiveTerms, teamwork } from '../contract.ts'
import { Entries, type Entry } from './Entries.tsx'
import { usePeople } from './people.ts'

/** What is done so that a behaviour is seen more often, with the effect that was observed. */
export function Incentives() {
  const asked = useQuery(teamwork.incentives, {})
  const [edited, edit] = useState<Incentive | 'new' | null>(null)
  const mayManage = useCan()('teamwork:manage')
  const change = useCommand(teamwork.changeIncentive)
  const end = async ({ id, version }: Incentive, isEnded: boolean) => {
    const done = await change.run({ id, version, isEnded })
    if (!done) return
    const back = { id, version: done.version, isEnded: !isEnded }
    toast(isEnded ? 'Ended' : 'Runs again', { undo: () => void change.run(back) })
  }
  const items = asked.data?.items ?? []
  return (
    <Card
      title="Recognition plan"
      hint="What encourages a behaviour, and whether it was seen more often since."
      actions={
        mayManage && (
          <Button small onClick={() => edit('new')}>
            Add to the plan
          </Button>
        )
      }
    >
      {items.length === 0 ? (
        <p className="text-ink-2">
          Nothing is planned. Name a behaviour you want to see more of, and what you do for it.
        </p>
      ) : (
        <Entries label="Recognition plan" entries={items.map((one) => entryOf(one, mayManage, edit, end))} />
      )}
      {edited && <IncentiveForm of={edited} onClose={() => edit(null)} />}
    </Card>
  )
}

const entryOf = (
  one: Incentive,
  mayManage: boolean,
  edit: (one: Incentive) => void,
  end: (one: Incentive, isEnded: boolean) => Promise<void>,
): Entry => ({
  ...{ id: one.id, title: one.behaviour },
  badges: one.endedOn ? <Badge>Ended</Badge> : !one.effect && <Badge tone="warn">No effect noted</Badge>,
  meta: `${one.what} · since ${day(one.sinceOn)}${one.owner ? ` · ${one.owner.name}` : ''}`,
  body: one.effect && `Observed${one.effectOn ? ` by ${day(one.effectOn)}` : ''}: ${one.effect}`,
  deeds: [
    { label: 'Note the effect', isOn: mayManage, run: () => edit(one) },
    {
      label: one.endedOn ? 'Run it again' : 'End it',
      isOn: mayManage,
      run: () => void end(one, one.endedOn === null),
    },
  ],
})

const Draft = IncentiveTerms.omit({ isEnded: true, ownerId: true, effect: true }).extend({
  ownerId: z.string().optional(),
  effect: z.string().max(1000).optional(),
})

function IncentiveForm({ of, onClose }: { of: Incentive | 'new'; onClose: () => void }) {
  const [opened] = useState(of)
  const add = useCommand(teamwork.addIncentive, { isQuiet: true })
  const change = useCommand(teamwork.changeIncentive, { isQuiet: true })
  const { options } = usePeople()
  const isNew = opened === 'new'
  const effect = {
    name: 'effect' as const,
    label: 'Effect observed',
    kind: 'textarea' as const,
    isOptional: true,
  }
  return (
    <FormDialog
      title={isNew ? 'Add to the recognition plan' : 'What came of it'}
      onClose={onClose}
      id={isNew ? 'incentive-new' : `incentive-${opened.id}-${opened.version}`}
      schema={Draft}
      initial={
        isNew
          ? {}
          : {
              ...{ behaviour: opened.behaviour, what: opened.what, sinceOn: opened.sinceOn },
              ...{ ownerId: opened.owner?.id, effect: opened.effect ?? '' },
            }
      }
      fields={[
        { name: 'behaviour', label: 'Behaviour to see more of', autoFocus: isNew },
        { name: 'what', label: 'What is done for it' },
        { name: 'sinceOn', label: 'Since', kind: 'date' },
        { name: 'ownerId', label: 'Owner', kind: 'combobox', isOptional: true, options },
        ...(isNew ? [] : [effect]),
      ]}
      onSave={({ effect: seen, ownerId, ...said }) =>
        isNew
          ? add.attempt({ ...said, ownerId: ownerId ?? null })
          : change.attempt({
              ...{ id: opened.id, version: opened.version, ...said },
              ...{ ownerId: ownerId ?? null, effect: seen ?? null },
            })
      }
    />
  )
}
