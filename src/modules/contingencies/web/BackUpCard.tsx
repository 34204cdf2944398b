import { useState } from 'react'
import { Day, Money, When } from '../../../ui/format/Values.tsx'
import { Badge, type Tone } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Confirm } from '../../../ui/parts/Dialog.tsx'
import { Menu } from '../../../ui/parts/Menu.tsx'
import { ReasonDialog } from '../../../ui/parts/ReasonDialog.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type BackUp, contingencies } from '../contract.ts'
import { type Flag, flagTitles } from '../rules.ts'
import { Rehearse } from './Rehearse.tsx'

const tones: Record<Flag, Tone> = {
  active: 'accent',
  met: 'bad',
  nobody: 'warn',
  unrehearsed: 'warn',
  stale: 'warn',
}

export const Flags = ({ flags }: { flags: readonly Flag[] }) => (
  <span className="flex flex-wrap gap-1">
    {flags.map((flag) => (
      <Badge key={flag} tone={tones[flag]}>
        {flagTitles[flag]}
      </Badge>
    ))}
  </span>
)

type BackUpCardProps = { one: BackUp; mayChange: boolean; onEdit: () => void }

/** A back-up plan to be read and acted on. */
export function BackUpCard({ one, mayChange, onEdit }: BackUpCardProps) {
  return (
    <Card
      title={one.name}
      hint={one.owner ? `Owned by ${one.owner.name}` : 'Nobody owns it'}
      actions={<Flags flags={one.flags} />}
    >
      <dl className="grid grid-cols-[140px_1fr] gap-x-4 gap-y-3 narrow:grid-cols-1 narrow:gap-y-0">
        {rowsOf(one).map(({ label, value }) => (
          <div key={label} className="contents">
            <dt className="text-ink-3">{label}</dt>
            <dd className="min-w-0 break-words whitespace-pre-wrap narrow:mb-3">
              {value || <span className="text-ink-3">Not said yet</span>}
            </dd>
          </div>
        ))}
      </dl>
      {mayChange && <Deeds one={one} onEdit={onEdit} />}
    </Card>
  )
}

const rowsOf = (one: BackUp) => [
  { label: 'Trigger', value: one.trigger },
  ...(one.metric ? [{ label: 'Measured', value: <Measured one={one} /> }] : []),
  { label: 'Plan B', value: one.planB },
  { label: 'How to activate', value: one.activation },
  {
    label: 'Cost',
    value: one.hidesCost ? (
      <span className="text-ink-3">You may not see costs</span>
    ) : (
      one.cost && <Money {...one.cost} />
    ),
  },
  {
    label: 'Rehearsed',
    value: one.rehearsals.length > 0 && (
      <ul>
        {one.rehearsals.slice(0, 3).map((rehearsal) => (
          <li key={`${rehearsal.on} ${rehearsal.note}`}>
            <Day date={rehearsal.on} />
            {`, ${rehearsal.by}${rehearsal.note ? `: ${rehearsal.note}` : ''}`}
          </li>
        ))}
      </ul>
    ),
  },
  ...(one.activations.length > 0
    ? [
        {
          label: 'Activated',
          value: (
            <ul>
              {one.activations.map((activation) => (
                <li key={activation.at}>
                  <When at={activation.at} />
                  {`, ${activation.by}: ${activation.reason}`}
                  {activation.endedBy && `; taken back by ${activation.endedBy}: ${activation.endReason}`}
                </li>
              ))}
            </ul>
          ),
        },
      ]
    : []),
]

const Measured = ({ one }: { one: BackUp }) => (
  <>
    {`${one.metric?.replaceAll('_', ' ')} below ${one.below?.toLocaleString('en')} by `}
    {one.byOn && <Day date={one.byOn} />}
    {one.checked && (
      <span className="text-ink-3">
        {'; checked '}
        <When at={one.checked.at} />
        {!one.checked.isKnown && ', the figure is not known'}
      </span>
    )}
  </>
)

function Deeds({ one, onEdit }: { one: BackUp; onEdit: () => void }) {
  const [open, setOpen] = useState<'activate' | 'end' | 'rehearse' | 'remove' | null>(null)
  const activate = useCommand(contingencies.activate, { alsoRefresh: ['activity'] })
  const end = useCommand(contingencies.end, { alsoRefresh: ['activity'] })
  const remove = useCommand(contingencies.remove)
  const command = one.isActive ? end : activate
  const save = async (reason: string) => {
    if (await command.run({ id: one.id, reason })) setOpen(null)
  }
  return (
    <div className="mt-4 flex flex-wrap items-center gap-2">
      <Button
        small
        look={one.isActive ? 'secondary' : 'primary'}
        onClick={() => setOpen(one.isActive ? 'end' : 'activate')}
      >
        {one.isActive ? 'Take the activation back' : 'Activate plan B'}
      </Button>
      <Button small onClick={() => setOpen('rehearse')}>
        Rehearsed
      </Button>
      <Button small onClick={onEdit}>
        Change
      </Button>
      {one.activations.length === 0 && (
        <Menu items={[{ label: 'Take it away', onSelect: () => setOpen('remove') }]}>
          <Button small look="quiet" aria-label={`More about ${one.name}`}>
            More
          </Button>
        </Menu>
      )}
      <Confirm
        isOpen={open === 'remove'}
        onClose={() => setOpen(null)}
        title={`Take “${one.name}” away`}
        description="It goes with its rehearsals and does not come back."
        verb="Take it away"
        isDangerous
        isBusy={remove.isRunning}
        onConfirm={() => void remove.run({ id: one.id })}
      />
      {open === 'rehearse' && <Rehearse one={one} onClose={() => setOpen(null)} />}
      {(open === 'activate' || open === 'end') && (
        <ReasonDialog
          title={open === 'activate' ? `Activate plan B: ${one.name}` : 'Take the activation back'}
          description={open === 'activate' ? one.planB : 'The campaign goes on as planned.'}
          label="Why"
          verb={open === 'activate' ? 'Activate' : 'Take it back'}
          most={1000}
          isBusy={command.isRunning}
          onSave={(reason) => void save(reason)}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  )
}
