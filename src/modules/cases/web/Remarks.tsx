import { useState } from 'react'
import { z } from 'zod'
import { dayIn } from '../../../methods/fiscal.ts'
import { Form } from '../../../ui/form/Form.tsx'
import { Day, When } from '../../../ui/format/Values.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useOrganisation } from '../../../ui/port/Ports.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Case, cases, type Remark } from '../contract.ts'
import { verdictTitles, verdictTones } from './words.tsx'

/** Who said what of which version. */
export function Remarks({ one }: { one: Case }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Card
      title="Signed and said"
      hint="Under one’s name, for one version; it stays."
      actions={
        one.can.remark && (
          <Button small onClick={() => setOpen(true)}>
            {`Sign version ${one.version}, or object`}
          </Button>
        )
      }
    >
      {one.remarks.length === 0 ? (
        <p className="text-ink-2">Nobody has signed it yet. The CMO and whoever is responsible for IT do.</p>
      ) : (
        <ul className="flex flex-col gap-3">
          {one.remarks.map((remark) => (
            <RemarkLine key={remark.id} remark={remark} now={one.version} />
          ))}
        </ul>
      )}
      {isOpen && <Say one={one} onClose={() => setOpen(false)} />}
    </Card>
  )
}

function OnDay({ at }: { at: string }) {
  const { timeZone } = useOrganisation()
  return <Day date={dayIn(timeZone, new Date(at))} />
}

type LineProps = {
  remark: Remark
  now: number /** Paper keeps a day; “3 days ago” is true on a screen alone. */
  isOnPaper?: boolean
}

export const RemarkLine = ({ remark, now, isOnPaper }: LineProps) => (
  <li className="flex flex-wrap items-center gap-x-2 gap-y-1">
    <Badge tone={verdictTones[remark.verdict]}>{verdictTitles[remark.verdict]}</Badge>
    <span className="font-medium">{remark.by}</span>
    <span className="text-ink-2">{remark.role}</span>
    <span className="text-ink-3">
      {`version ${remark.version}${remark.version === now ? '' : ', not this one'}, `}
      {isOnPaper ? <OnDay at={remark.at} /> : <When at={remark.at} />}
    </span>
    {remark.says && <p className="w-full">{remark.says}</p>}
  </li>
)

const Draft = z.object({
  verdict: z.enum(['supports', 'objects', 'notes']),
  says: z.string().trim().max(1000).optional(),
})

function Say({ one, onClose }: { one: Case; onClose: () => void }) {
  const [version] = useState(one.version)
  const remark = useCommand(cases.remark, { isQuiet: true })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`On version ${version} of “${one.name}”`}
      description="It stays under your name and cannot be taken back; a later version is signed anew."
    >
      <Form
        id={`case-remark-${one.id}-${version}`}
        schema={Draft}
        initial={{ verdict: 'supports' }}
        saveLabel="Sign"
        fields={[
          {
            name: 'verdict',
            label: 'You',
            kind: 'select',
            options: (['supports', 'objects', 'notes'] as const).map((value) => ({
              value,
              label: verdictTitles[value],
            })),
          },
          { name: 'says', label: 'What you say of it', kind: 'textarea', isOptional: true },
        ]}
        onSave={({ verdict, says = '' }) => remark.attempt({ id: one.id, version, verdict, says })}
        onSaved={() => {
          toast('Signed')
          onClose()
        }}
        onCancel={onClose}
      />
    </Dialog>
  )
}
