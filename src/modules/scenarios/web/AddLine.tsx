import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { kinds, kindTitles } from '../../costs/rules.ts'
import { scenarios } from '../contract.ts'
import type { Shown } from './ScenarioPage.tsx'

type DialogProps = { shown: Shown; onClose: () => void }

const words = z.string().trim().max(200).optional()
const Draft = z.object({
  name: z.string().trim().min(1, 'must not be empty').max(200),
  area: words,
  programme: words,
  campaign: words,
  kind: z.enum(kinds),
  channel: words,
  currency: z.string().trim().toUpperCase().length(3, 'is a code of three letters, such as EUR'),
})

/** A line that the budget does not have; its months are typed in the grid. */
export function AddLine({ shown: { scenario }, onClose }: DialogProps) {
  const { id, year } = scenario
  const add = useCommand(scenarios.add, { isQuiet: true })
  const drop = useCommand(scenarios.edit)
  return (
    <Dialog isOpen onClose={onClose} title="Add a line" description="It comes into the budget on adoption.">
      <Form
        id={`scenario-add-${id}`}
        schema={Draft}
        initial={{ kind: 'media', currency: year.currency }}
        saveLabel="Add the line"
        fields={[
          { name: 'name', label: 'Line', autoFocus: true },
          { name: 'area', label: 'Area', isOptional: true },
          { name: 'programme', label: 'Programme', isOptional: true },
          { name: 'campaign', label: 'Campaign', isOptional: true },
          {
            name: 'kind',
            label: 'Kind',
            kind: 'select',
            options: kinds.map((value) => ({ value, label: kindTitles[value] })),
          },
          { name: 'channel', label: 'Channel', isOptional: true },
          { name: 'currency', label: 'Currency' },
        ]}
        onSave={(said) => add.attempt({ id, ...said })}
        onSaved={({ lineId }) => {
          const undo = () => void drop.run({ id, edits: [{ id: lineId, isDropped: true }] })
          toast('Line added', { detail: 'Type its months in the grid.', undo })
          onClose()
        }}
        onCancel={onClose}
      />
    </Dialog>
  )
}

const DropDraft = z.object({ lineId: z.string() })

/** Drops a line from the scenario, or takes back a line that was dropped. */
export function DropLine({ shown: { scenario, lines }, onClose }: DialogProps) {
  const { id } = scenario
  const edit = useCommand(scenarios.edit, { isQuiet: true })
  const back = useCommand(scenarios.edit)
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Drop a line, or take it back"
      description="A dropped line gives all of its budget away on adoption. Choose a dropped one to take it back."
    >
      <Form
        id={`scenario-drop-${id}`}
        schema={DropDraft}
        fields={[
          {
            name: 'lineId',
            label: 'Line',
            kind: 'combobox',
            options: lines.map((line) => ({
              value: line.id,
              label: line.name,
              hint: line.isDropped ? 'dropped' : line.area,
            })),
          },
        ]}
        saveLabel="Drop, or take back"
        onSave={({ lineId }) => {
          const isDropped = lines.some((line) => line.id === lineId && line.isDropped)
          return edit.attempt({ id, edits: [{ id: lineId, isDropped: !isDropped }] })
        }}
        onSaved={({ undo }) => {
          toast('Done', { undo: () => void back.run({ id, edits: undo }) })
          onClose()
        }}
        onCancel={onClose}
      />
    </Dialog>
  )
}
