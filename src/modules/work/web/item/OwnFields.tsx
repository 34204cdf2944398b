import { useState } from 'react'
import { Notice } from '../../../../ui/parts/Badge.tsx'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Card } from '../../../../ui/parts/Card.tsx'
import { draftOfFields, FieldInputs, fieldCell, saidOfFields, useFields } from '../../../fields/web/index.ts'
import type { Detail } from '../../contract.ts'
import type { ItemEdit } from './useItemEdit.ts'

type OwnFieldsProps = { detail: Detail; edit: ItemEdit; canEdit: boolean }
type Values = Parameters<typeof draftOfFields>[0]

/** What the organisation wants to know of an item besides what is built in. */
export function OwnFields({ detail, edit, canEdit }: OwnFieldsProps) {
  const [isChanging, setChanging] = useState(false)
  const { items, nameOf } = useFields('item')
  const values = detail.item.values as Values
  const shown = items.filter((one) => !one.isRetired || one.id in values)
  if (shown.length === 0) return null
  const action = canEdit && !isChanging && (
    <Button small look="quiet" onClick={() => setChanging(true)}>
      Change
    </Button>
  )
  return (
    <Card title="Fields" actions={action}>
      {isChanging ? (
        <Changing values={values} edit={edit} onClose={() => setChanging(false)} />
      ) : (
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
          {shown.map((field) => (
            <div key={field.id} className="contents">
              <dt className="text-ink-3">{field.label}</dt>
              <dd className="break-words">{fieldCell({ field, value: values[field.id], nameOf }) || '–'}</dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  )
}

function Changing({ values, edit, onClose }: { values: Values; edit: ItemEdit; onClose: () => void }) {
  const { items, people } = useFields('item')
  const [draft, setDraft] = useState(() => draftOfFields(values))
  const [problem, setProblem] = useState('')
  const save = async () => {
    try {
      if (await edit.save({ values: saidOfFields(items, draft) }, { values })) onClose()
    } catch (error) {
      setProblem((error as Error).message)
    }
  }
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <FieldInputs fields={items} people={people} value={draft} onChange={setDraft} />
      {problem && <Notice tone="bad">{problem}</Notice>}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" look="primary">
          Save
        </Button>
      </div>
    </form>
  )
}
