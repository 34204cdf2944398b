import { useState } from 'react'
import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { When } from '../../../ui/format/Values.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { useCommand } from '../../../ui/query.ts'
import { strategy, type Vision } from '../contract.ts'

/** Which executives stand behind the version in force, and who wrote it. */
export function BuyIns({ vision }: { vision: Vision }) {
  const [isOpen, setOpen] = useState(false)
  const { buyIns, version, can, contributors } = vision
  const earlier = vision.versions.find((one) => one.version < version && one.buyIns.length > 0)
  return (
    <Card
      title="Executive buy-in"
      hint={`Version ${version}, saved by ${vision.savedBy}`}
      actions={
        can.buyIn && (
          <Button small look="primary" onClick={() => setOpen(true)}>
            I buy in
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-3">
        {buyIns.length === 0 && (
          <p className="text-ink-2">
            {earlier
              ? `Nobody has bought in to this version yet; ${earlier.buyIns.join(' and ')} did to version ${earlier.version}.`
              : 'Nobody has bought in to it yet.'}
          </p>
        )}
        <ul className="flex flex-col gap-2">
          {buyIns.map((one) => (
            <li key={one.by} className="flex flex-col">
              <span className="flex flex-wrap items-center gap-2">
                <span className="font-medium">{one.by}</span>
                <span className="text-ink-3">{one.title}</span>
                <Badge tone="good">Bought in</Badge>
                <When at={one.at} />
              </span>
              {one.note && <span className="text-ink-2">{`“${one.note}”`}</span>}
            </li>
          ))}
        </ul>
        {can.whyNotBuyIn && <p className="text-sm text-ink-3">{can.whyNotBuyIn}</p>}
        <p className="text-sm text-ink-3">
          {`Written by ${contributors.map(({ name, says }) => `${name} (${says})`).join(', ')}.`}
        </p>
      </div>
      {isOpen && <Give vision={vision} onClose={() => setOpen(false)} />}
    </Card>
  )
}

const Draft = z.object({ note: z.string().trim().max(500).optional() })

function Give({ vision, onClose }: { vision: Vision; onClose: () => void }) {
  const give = useCommand(strategy.buyIn, { isQuiet: true })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`Buy in to version ${vision.version}`}
      description="Your name, the day and your note stand beside this version. A later version needs a buy-in of its own."
    >
      <Form
        id={`buy-in-${vision.version}`}
        schema={Draft}
        fields={[{ name: 'note', label: 'Note', kind: 'textarea', isOptional: true }]}
        saveLabel="I buy in"
        onSave={({ note = '' }) => give.attempt({ version: vision.version, note })}
        onSaved={onClose}
        onCancel={onClose}
      />
    </Dialog>
  )
}
