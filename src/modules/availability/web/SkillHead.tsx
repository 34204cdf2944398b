import { useState } from 'react'
import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { Menu } from '../../../ui/parts/Menu.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { availability, type Named } from '../contract.ts'

const Draft = z.object({ name: z.string().trim().min(1, 'needs a name').max(80) })
const fields = [{ name: 'name' as const, label: 'Name', autoFocus: true }]

type SkillHeadProps = { skill: Named; mayManage: boolean }

export function SkillHead({ skill, mayManage }: SkillHeadProps) {
  const [isRenaming, setRenaming] = useState(false)
  const remove = useCommand(availability.removeSkill)
  const restore = useCommand(availability.restoreSkill)
  const drop = async () => {
    if (await remove.run({ id: skill.id }))
      toast(`${skill.name} is off the list`, { undo: () => void restore.run({ id: skill.id }) })
  }
  const items = [
    { label: 'Rename', onSelect: () => setRenaming(true) },
    { label: 'Take off the list', onSelect: () => void drop() },
  ]
  return (
    <th scope="col" className="px-1 py-1 text-center font-normal">
      {mayManage ? (
        <Menu items={items}>
          <button type="button" className="rounded-sm px-2 py-1 hover:bg-hover">
            {skill.name}
          </button>
        </Menu>
      ) : (
        <span className="px-2">{skill.name}</span>
      )}
      {isRenaming && <Rename skill={skill} onClose={() => setRenaming(false)} />}
    </th>
  )
}

function Rename({ skill, onClose }: { skill: Named; onClose: () => void }) {
  const rename = useCommand(availability.renameSkill, { isQuiet: true })
  return (
    <Dialog isOpen onClose={onClose} size="small" title={`Rename ${skill.name}`}>
      <Form
        id={`skill-${skill.id}`}
        schema={Draft}
        initial={{ name: skill.name }}
        fields={fields}
        onSave={({ name }) => rename.attempt({ id: skill.id, name })}
        onSaved={onClose}
        onCancel={onClose}
      />
    </Dialog>
  )
}

export function NewSkill({ onClose }: { onClose: () => void }) {
  const add = useCommand(availability.addSkill, { isQuiet: true })
  const remove = useCommand(availability.removeSkill)
  return (
    <Dialog isOpen onClose={onClose} size="small" title="Add a skill">
      <Form
        id="skill-new"
        schema={Draft}
        fields={fields}
        saveLabel="Add"
        onSave={(said) => add.attempt(said)}
        onSaved={({ id, name }) => {
          toast(`${name} is on the list`, { undo: () => void remove.run({ id }) })
          onClose()
        }}
        onCancel={onClose}
      />
    </Dialog>
  )
}
