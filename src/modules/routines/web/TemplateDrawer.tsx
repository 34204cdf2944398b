import { useState } from 'react'
import { Versions } from '../../../ui/list/Versions.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Drawer } from '../../../ui/parts/Drawer.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { work } from '../../work/contract.ts'
import { routines, type Template } from '../contract.ts'
import { DayDialog } from './DayDialog.tsx'

type TemplateDrawerProps = { one: Template; mayWrite: boolean; onEdit: () => void; onClose: () => void }

/** A template whole: what its items begin with, and its versions. */
export function TemplateDrawer({ one, mayWrite, onEdit, onClose }: TemplateDrawerProps) {
  const { definition } = one
  const versions = useQuery(routines.templateVersions, { id: one.id }).data?.items ?? []
  return (
    <Drawer
      isOpen
      onClose={onClose}
      title={one.name}
      actions={mayWrite && <Deeds one={one} onEdit={onEdit} />}
    >
      <div className="flex flex-col gap-5 p-5">
        <section className="flex flex-col gap-1">
          <p className="font-medium">{definition.title}</p>
          <p className="text-sm text-ink-3">{`Board ${one.board.name}, used ${one.uses} times, in ${one.routines} routines`}</p>
          {definition.words && <p className="whitespace-pre-wrap text-ink-2">{definition.words}</p>}
        </section>
        <Lines title="Checklist" lines={definition.checklist} />
        <Lines
          title="Parts"
          lines={definition.parts.map((part) => `${part.title} (${offsetWords(part.offset)})`)}
        />
        <section className="flex flex-col gap-2">
          <h3 className="font-medium">Versions</h3>
          <Versions versions={versions} inWords={(version) => version.definition.title} />
        </section>
      </div>
    </Drawer>
  )
}

const offsetWords = (offset: number): string => {
  if (offset === 0) return 'due with the whole'
  const days = Math.abs(offset)
  return `${days} working ${days === 1 ? 'day' : 'days'} ${offset < 0 ? 'before' : 'after'}`
}

function Lines({ title, lines }: { title: string; lines: string[] }) {
  if (lines.length === 0) return null
  return (
    <section className="flex flex-col gap-1">
      <h3 className="font-medium">{title}</h3>
      <ul className="list-disc pl-5 text-ink-2">
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines may be alike, and are not moved here
          <li key={at}>{line}</li>
        ))}
      </ul>
    </section>
  )
}

function Deeds({ one, onEdit }: { one: Template; onEdit: () => void }) {
  const [isUsing, setUsing] = useState(false)
  const retire = useCommand(routines.retireTemplate)
  const use = useCommand(routines.useTemplate, { alsoRefresh: ['work'] })
  const remove = useCommand(work.remove)
  const { id } = one
  const away = async () => {
    const isRetired = !one.isRetired
    if (await retire.run({ id, isRetired }))
      toast(`${one.name} is ${isRetired ? 'retired' : 'in use again'}`, {
        undo: () => void retire.run({ id, isRetired: !isRetired }),
      })
  }
  const make = async (dueOn: string) => {
    const item = await use.run({ id, dueOn })
    if (!item) return
    setUsing(false)
    toast(`W-${item.number} is on the board`, {
      detail: item.title,
      undo: () => void remove.run({ ids: [item.id] }),
    })
  }
  return (
    <>
      <Button small look="quiet" onClick={() => void away()}>
        {one.isRetired ? 'Take into use' : 'Retire'}
      </Button>
      {!one.isRetired && (
        <>
          <Button small onClick={onEdit}>
            Change
          </Button>
          <Button small look="primary" onClick={() => setUsing(true)}>
            New item
          </Button>
        </>
      )}
      {isUsing && (
        <DayDialog
          title={`New item: ${one.name}`}
          label="Due on"
          verb="Add it"
          onSave={(day) => void make(day)}
          onClose={() => setUsing(false)}
        />
      )}
    </>
  )
}
