import { useState } from 'react'
import { Versions } from '../../../ui/list/Versions.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Agreement, teamwork } from '../contract.ts'

/** The rules in force, who said yes to them, and whom they wait for. */
export function AgreementCard({ of }: { of: Agreement }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Card
      title="How we work"
      hint={of.version === 0 ? undefined : `Version ${of.version}, by ${of.versions[0]?.by}`}
      actions={
        of.version > 0 && (
          <Button small look="quiet" onClick={() => setOpen(true)}>
            Versions
          </Button>
        )
      }
    >
      {of.version === 0 ? (
        <p className="text-ink-2">
          Nothing is agreed yet. Write down, in a few sentences, what you hold each other to.
        </p>
      ) : (
        <Agreed of={of} />
      )}
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} size="large" title="Versions of the agreement">
        <Versions
          versions={of.versions.map((one) => ({ ...one, changedAt: one.at }))}
          inWords={(one) => one.rules.join(' · ')}
        />
      </Dialog>
    </Card>
  )
}

const Agreed = ({ of }: { of: Agreement }) => (
  <div className="flex flex-col gap-4">
    <ol className="flex list-decimal flex-col gap-1.5 pl-5">
      {of.rules.map((rule) => (
        <li key={rule} className="break-words">
          {rule}
        </li>
      ))}
    </ol>
    <p className="flex flex-wrap items-center gap-1.5 text-sm text-ink-2">
      {of.yeses.map((one) => (
        <Badge key={one.id} tone="good">
          {one.name}
        </Badge>
      ))}
      {of.waitedFor.length > 0 && `Still to say yes: ${of.waitedFor.map((one) => one.name).join(', ')}`}
    </p>
    {of.can.sayYes && <Yes of={of} />}
  </div>
)

function Yes({ of }: { of: Agreement }) {
  const say = useCommand(teamwork.sayYes)
  const back = useCommand(teamwork.takeYesBack)
  const { id } = of.team
  const take = () => void back.run({ id })
  const yes = async () => {
    if (await say.run({ id, version: of.version })) toast('You said yes', { undo: take })
  }
  if (of.hasSaidYes)
    return (
      <Button small look="quiet" className="self-start" isBusy={back.isRunning} onClick={take}>
        Take my yes back
      </Button>
    )
  return (
    <Button look="primary" className="self-start" isBusy={say.isRunning} onClick={() => void yes()}>
      Say yes to it
    </Button>
  )
}
