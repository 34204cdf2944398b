import { useNavigate, useParams } from '@tanstack/react-router'
import { Page } from '../../../ui/kit/Page.tsx'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { intake, type RequestType } from '../contract.ts'
import { TypeForm } from './TypeForm.tsx'
import { TypeVersions } from './TypeVersions.tsx'

/** One request type, or a new one. */
export default function TypePage() {
  const { id = '' } = useParams({ strict: false })
  const open = useQuery(intake.types, {})
  const retired = useQuery(intake.types, { isRetired: true })
  const one = [...(open.data?.items ?? []), ...(retired.data?.items ?? [])].find((type) => type.id === id)
  const isNew = id === 'new'
  return (
    <Page
      title={isNew ? 'New request type' : (one?.name ?? 'Request type')}
      crumbs={[{ title: 'Requests', path: '/intake?tab=types' }]}
      isNarrow
      actions={one && open.data?.can.manage && <Retire one={one} />}
      isLoading={open.isPending || retired.isPending}
      error={open.error ?? retired.error}
      onRetry={open.refetch}
      empty={!isNew && !one && { children: 'There is no such request type, or it is not yours to see.' }}
    >
      {() => <Edited key={`${id} ${one?.version}`} one={one} canManage={open.data?.can.manage === true} />}
    </Page>
  )
}

function Edited({ one, canManage }: { one: RequestType | undefined; canManage: boolean }) {
  const navigate = useNavigate()
  const saved = (type: RequestType) => {
    toast(`${type.name} is saved`)
    void navigate({ to: '/intake', search: { tab: 'types' } as never })
  }
  return (
    <>
      {!canManage && <Notice>Whoever manages intake changes request types. You may look.</Notice>}
      <TypeForm one={one} isLocked={!canManage} onSaved={saved} />
      {one && <TypeVersions id={one.id} />}
    </>
  )
}

function Retire({ one }: { one: RequestType }) {
  const retire = useCommand(intake.retireType)
  const run = async (isRetired: boolean) => {
    if (!(await retire.run({ id: one.id, isRetired }))) return
    toast(isRetired ? `${one.name} is retired` : `${one.name} is offered again`, {
      undo: () => void retire.run({ id: one.id, isRetired: !isRetired }),
    })
  }
  return (
    <Button isBusy={retire.isRunning} onClick={() => void run(!one.isRetired)}>
      {one.isRetired ? 'Offer it again' : 'Retire'}
    </Button>
  )
}
