import { Plus } from 'lucide-react'
import { useState } from 'react'
import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { Page } from '../../../ui/kit/Page.tsx'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Checkbox } from '../../../ui/parts/Checkbox.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { identity, Name } from '../contract.ts'
import { Legend, OverlapGrid } from './OverlapGrid.tsx'

const NewArea = z.object({ name: Name })

export default function OverlapPage() {
  const map = useQuery(identity.areas, {})
  const canEdit = useCan()('roles:manage')
  const [every, setEvery] = useUrl('roles')
  const [isAdding, setAdding] = useState(false)
  const areas = map.data?.areas ?? []
  const used = new Set(areas.flatMap((area) => Object.keys(area.parts)))
  const roles = (map.data?.roles ?? []).filter((role) => every === 'all' || used.has(role.id))
  const unclear = areas.filter((area) => area.warning)
  return (
    <Page
      title="Overlap map"
      description="The directors overlap quite a bit. Here is said who leads, who is consulted, who is informed."
      isLoading={map.isPending}
      error={map.error}
      onRetry={map.refetch}
      empty={areas.length === 0 && { children: 'No areas of responsibility yet.' }}
      actions={
        <>
          <span className="flex items-center gap-2 text-ink-2">
            <Checkbox
              label="Every role"
              isOn={every === 'all'}
              onChange={(isOn) => setEvery(isOn ? 'all' : '')}
            />
            <span aria-hidden="true">Every role</span>
          </span>
          {canEdit && (
            <Button look="primary" icon={<Plus size={14} />} onClick={() => setAdding(true)}>
              New area
            </Button>
          )}
        </>
      }
    >
      {unclear.map((area) => (
        <Notice key={area.id} tone="warn">
          <strong className="font-semibold">{area.name}.</strong> {area.warning}
        </Notice>
      ))}
      <Legend />
      <OverlapGrid areas={areas} roles={roles} canEdit={canEdit} />
      {isAdding && <AddArea onClose={() => setAdding(false)} />}
    </Page>
  )
}

function AddArea({ onClose }: { onClose: () => void }) {
  const add = useCommand(identity.addArea, { isQuiet: true })
  return (
    <Dialog isOpen onClose={onClose} title="New area of responsibility" size="small">
      <Form
        id="area-new"
        schema={NewArea}
        fields={[{ name: 'name', label: 'Name', autoFocus: true }]}
        onSave={(value) => add.attempt(value)}
        onSaved={onClose}
        onCancel={onClose}
      />
    </Dialog>
  )
}
