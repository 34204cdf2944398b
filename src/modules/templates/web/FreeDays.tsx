import { X } from 'lucide-react'
import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { Day } from '../../../ui/format/Values.tsx'
import { IconButton } from '../../../ui/parts/Button.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { templates } from '../contract.ts'

const Draft = z.object({ day: z.iso.date('is a day'), name: z.string('needs a name') })

/** Days besides weekends on which nobody works. */
export function FreeDays({ onClose }: { onClose: () => void }) {
  const mayManage = useCan()('campaigns:manage')
  const items = useQuery(templates.freeDays, {}).data?.items ?? []
  const add = useCommand(templates.addFreeDay, { isQuiet: true })
  const remove = useCommand(templates.removeFreeDay)
  const away = async (one: { day: string; name: string }) => {
    if (await remove.run({ day: one.day }))
      toast(`${one.name} is a working day`, { undo: () => void add.run(one) })
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Free days"
      description="Besides Saturdays and Sundays nobody works on these; steps are counted around them."
    >
      <div className="flex flex-col gap-4">
        {items.length === 0 && <p className="text-ink-3">None is known: only weekends are free.</p>}
        <ul className="flex max-h-60 flex-col overflow-y-auto">
          {items.map((one) => (
            <li key={one.day} className="flex min-h-8 items-center gap-3">
              <Day date={one.day} />
              <span className="min-w-0 flex-1 truncate text-ink-2">{one.name}</span>
              {mayManage && (
                <IconButton small label={`Make ${one.name} a working day`} onClick={() => void away(one)}>
                  <X size={14} />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
        {mayManage && (
          <Form
            key={items.length}
            id="free-day"
            schema={Draft}
            fields={[
              { name: 'day', label: 'Day', kind: 'date' },
              { name: 'name', label: 'What it is' },
            ]}
            saveLabel="Add it"
            onSave={(draft) => add.attempt(draft)}
          />
        )}
      </div>
    </Dialog>
  )
}
