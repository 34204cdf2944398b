import { Plus } from 'lucide-react'
import { useState } from 'react'
import { When } from '../../../ui/format/Values.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { ListPage } from '../../../ui/list/ListPage.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Select } from '../../../ui/parts/Select.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { routines, type Template } from '../contract.ts'
import { TemplateDrawer } from './TemplateDrawer.tsx'
import { TemplateForm } from './TemplateForm.tsx'

const columns: Column<Template>[] = [
  {
    ...{ id: 'name', title: 'Template', value: (one: Template) => one.name },
    cell: (one) => <span className="font-medium">{one.name}</span>,
  },
  { id: 'title', title: 'Title of its items', value: (one) => one.definition.title, width: 240 },
  { id: 'board', title: 'Board', value: (one) => one.board.name, width: 150 },
  { id: 'parts', title: 'Parts', value: (one) => one.definition.parts.length, align: 'end', width: 70 },
  { id: 'routines', title: 'Routines', value: (one) => one.routines, align: 'end', width: 90 },
  { id: 'uses', title: 'Used', value: (one) => one.uses, align: 'end', width: 70 },
  {
    ...{ id: 'changed', title: 'Written', value: (one: Template) => one.changedAt, width: 120 },
    cell: (one) => <When at={one.changedAt} />,
  },
]

export default function ItemTemplatesPage() {
  const [shown, show] = useUrl('show')
  const [retired, setRetired] = useUrl('retired', 'no')
  const [opened, open] = useUrl('template')
  const [isEditing, setEditing] = useState(false)
  const asked = useQuery(routines.templates, { retired: retired === 'yes' })
  const mayWrite = useCan()('work:write')
  const one = asked.data?.items.find((other) => other.id === opened)
  const write = () => show('new')
  return (
    <>
      <ListPage<Template>
        id="item-templates"
        title="Item templates"
        what="templates"
        description="What an item of a kind takes, written once: checklist, parts, whose turn it is."
        columns={columns}
        rows={asked.data?.items}
        rowId={(row) => row.id}
        onOpen={(row) => open(row.id)}
        filters={<StateFilter value={retired} onChange={setRetired} />}
        {...(mayWrite ? { create: { label: 'Write a template', run: write } } : {})}
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={() => void asked.refetch()}
        empty={emptyFor(retired === 'yes', mayWrite ? write : null)}
      />
      {one && !isEditing && (
        <TemplateDrawer
          one={one}
          mayWrite={mayWrite}
          onEdit={() => setEditing(true)}
          onClose={() => open('')}
        />
      )}
      {one && isEditing && <TemplateForm template={one} onClose={() => setEditing(false)} />}
      {shown === 'new' && mayWrite && <TemplateForm template={null} onClose={() => show('')} />}
    </>
  )
}

const states = [
  { value: 'no', label: 'In use' },
  { value: 'yes', label: 'Retired' },
]

function StateFilter({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return <Select small label="State" value={value} options={states} onChange={onChange} />
}

const emptyFor = (isRetired: boolean, write: (() => void) | null) => ({
  children: isRetired
    ? 'No template is retired.'
    : 'No template yet. Write down once what a newsletter takes, and make each from it.',
  ...(write && !isRetired
    ? {
        action: (
          <Button look="primary" icon={<Plus size={14} />} onClick={write}>
            Write a template
          </Button>
        ),
      }
    : {}),
})
