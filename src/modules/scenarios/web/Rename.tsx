import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { Meanwhile } from '../../../ui/form/Meanwhile.tsx'
import { useOpened } from '../../../ui/form/useOpened.ts'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Scenario, scenarios } from '../contract.ts'

const Draft = z.object({
  name: z.string().trim().min(1, 'must not be empty').max(200),
  why: z.string().trim().max(1000).optional(),
})

export function Rename({ scenario, onClose }: { scenario: Scenario; onClose: () => void }) {
  const say = useCommand(scenarios.say, { isQuiet: true })
  const { opened, open, newer } = useOpened(scenario)
  return (
    <Dialog isOpen onClose={onClose} title="Name and purpose">
      {newer && <Meanwhile by={newer.changedBy} what="this scenario" onLoad={() => open(newer)} />}
      <Form
        key={opened.version}
        id={`scenario-${opened.id}-${opened.version}`}
        schema={Draft}
        initial={{ name: opened.name, why: opened.why }}
        fields={[
          { name: 'name', label: 'Name', autoFocus: true },
          { name: 'why', label: 'What for', kind: 'textarea', isOptional: true },
        ]}
        onSave={({ name, why = '' }) => say.attempt({ id: opened.id, version: opened.version, name, why })}
        onSaved={onClose}
        onCancel={onClose}
      />
    </Dialog>
  )
}
