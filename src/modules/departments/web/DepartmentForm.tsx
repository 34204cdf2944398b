import { useNavigate } from '@tanstack/react-router'
import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { useOpened } from '../../../ui/form/useOpened.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { identity } from '../../identity/contract.ts'
import { type DepartmentPage, departments } from '../contract.ts'
import { PeopleField } from './PeopleField.tsx'

const Draft = z.object({
  name: z.string().trim().min(2, 'takes at least 2 letters').max(80),
  ownerId: z.string().optional(),
  peopleIds: z.array(z.string()).default([]),
})

type DepartmentFormProps = { page: DepartmentPage | null; onClose: () => void }

/** Begin a page, or say anew who owns it and who is of the department. */
export function DepartmentForm({ page, onClose }: DepartmentFormProps) {
  const navigate = useNavigate()
  const { opened } = useOpened(page)
  const people = useQuery(identity.people, {})
  const add = useCommand(departments.add, { isQuiet: true })
  const change = useCommand(departments.change, { isQuiet: true })
  const present = (people.data?.people ?? []).filter((one) => one.state !== 'disabled')
  const save = ({ ownerId, ...said }: z.output<typeof Draft>) => {
    const given = { ownerId: ownerId ?? null, ...said }
    return opened ? change.attempt(changesOf(opened, given)) : add.attempt(given)
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={page ? `Change ${page.name}` : 'Begin a page'}
      description="Its owner writes the page; its people answer what is asked of the department."
    >
      <Form
        id={`department-${page?.id ?? 'new'}`}
        schema={Draft}
        initial={
          page
            ? { name: page.name, ownerId: page.owner?.id, peopleIds: page.people.map((one) => one.id) }
            : { peopleIds: [] }
        }
        fields={[
          { name: 'name', label: 'Department', autoFocus: true, placeholder: 'IT' },
          {
            name: 'ownerId',
            label: 'Owner of the page',
            kind: 'combobox',
            isOptional: true,
            options: present.map((one) => ({ value: one.id, label: one.name, hint: one.title })),
          },
          {
            name: 'peopleIds',
            label: 'Its people',
            kind: 'custom',
            isOptional: true,
            render: ({ value, onChange }) => (
              <PeopleField
                people={present}
                value={(value as string[] | undefined) ?? []}
                onChange={onChange}
              />
            ),
          },
        ]}
        saveLabel={page ? 'Save' : 'Begin'}
        onSave={save}
        onSaved={(saved) => {
          onClose()
          if (!page) void navigate({ to: `/departments/${saved.id}`, search: { edit: '1' } as never })
        }}
        onCancel={onClose}
      >
        {page && page.closedAt === null && <CloseIt page={page} onClose={onClose} />}
      </Form>
    </Dialog>
  )
}

type Given = Omit<z.output<typeof Draft>, 'ownerId'> & { ownerId: string | null }

/** What is another than when the form was opened: the rest somebody may have changed meanwhile. */
function changesOf({ id, name, owner, people }: DepartmentPage, given: Given) {
  const before = people.map((one) => one.id)
  return {
    id,
    ...(given.name === name ? {} : { name: given.name }),
    ...(given.ownerId === (owner?.id ?? null) ? {} : { ownerId: given.ownerId }),
    joinIds: given.peopleIds.filter((one) => !before.includes(one)),
    leaveIds: before.filter((one) => !given.peopleIds.includes(one)),
  }
}

function CloseIt({ page, onClose }: { page: DepartmentPage; onClose: () => void }) {
  const change = useCommand(departments.change)
  const set = (isClosed: boolean) => change.run({ id: page.id, isClosed })
  const close = async () => {
    if (!(await set(true))) return
    toast(`The page for ${page.name} is closed`, { undo: () => void set(false) })
    onClose()
  }
  return (
    <Button look="quiet" className="self-start" isBusy={change.isRunning} onClick={() => void close()}>
      Close the page
    </Button>
  )
}
