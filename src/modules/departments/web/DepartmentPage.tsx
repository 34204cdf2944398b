import { useParams } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { Page } from '../../../ui/kit/Page.tsx'
import { Badge, Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { Thread } from '../../threads/web/index.ts'
import { Trace } from '../../trace/web/index.ts'
import { type DepartmentPage as DepartmentThing, departments } from '../contract.ts'
import { AsksOfPage } from './AsksOfPage.tsx'
import { DepartmentForm } from './DepartmentForm.tsx'
import { PageText } from './PageText.tsx'
import { PageVersions } from './PageVersions.tsx'
import { ReadBy } from './ReadBy.tsx'
import { Sharing } from './Sharing.tsx'
import { Ties } from './Ties.tsx'

const PageEditor = lazy(() => import('./PageEditor.tsx'))

export default function DepartmentPage() {
  const { id = '' } = useParams({ strict: false })
  const asked = useQuery(departments.show, { id })
  const [edit, setEdit] = useUrl('edit')
  const [isChanging, setChanging] = useState(false)
  const page = asked.data
  const isEditing = edit === '1' && page?.can.write === true
  return (
    <>
      <Page
        title={page?.name ?? 'Department'}
        crumbs={[{ title: 'Departments', path: '/departments' }]}
        description={!isEditing && page?.summary}
        actions={
          page &&
          !isEditing && (
            <>
              {page.can.manage && <Button onClick={() => setChanging(true)}>Owner and people</Button>}
              {page.can.write && (
                <Button look="primary" onClick={() => setEdit('1')}>
                  Write on it
                </Button>
              )}
            </>
          )
        }
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
      >
        {() =>
          page &&
          (isEditing ? (
            <Suspense>
              <PageEditor key={page.id} page={page} onClose={() => setEdit('')} />
            </Suspense>
          ) : (
            <Shown key={page.id} page={page} />
          ))
        }
      </Page>
      {isChanging && page && <DepartmentForm page={page} onClose={() => setChanging(false)} />}
    </>
  )
}

function Shown({ page }: { page: DepartmentThing }) {
  useReading(page)
  return (
    <>
      {page.closedAt && <Closed page={page} />}
      <div className="grid grid-cols-[minmax(0,3fr)_minmax(0,2fr)] items-start gap-(--gap) max-[1060px]:grid-cols-1">
        <div className="flex min-w-0 flex-col gap-6">
          <PageText said={page} />
          <AsksOfPage page={page} />
          <Thread kind="department" id={page.id} />
        </div>
        <div className="flex min-w-0 flex-col gap-(--gap)">
          <Ties page={page} />
          <Trace kind="department" id={page.id} />
          <ReadBy page={page} />
          {page.can.manage && <Sharing page={page} />}
          <PageVersions page={page} />
        </div>
      </div>
    </>
  )
}

/** A version that was open for a while was read; nobody reads what they wrote. */
function useReading({ id, version, hasRead, can }: DepartmentThing) {
  const { run } = useCommand(departments.markRead, { isQuiet: true })
  const isOn = can.read && !hasRead
  useEffect(() => {
    if (!isOn) return
    const timer = setTimeout(() => void run({ id, version }), 4000)
    return () => clearTimeout(timer)
  }, [isOn, id, version, run])
}

function Closed({ page }: { page: DepartmentThing }) {
  const change = useCommand(departments.change)
  return (
    <Notice
      tone="warn"
      action={
        page.can.manage && (
          <Button
            small
            isBusy={change.isRunning}
            onClick={() => void change.run({ id: page.id, isClosed: false })}
          >
            Open it again
          </Button>
        )
      }
    >
      This page is closed. It stays to be read; nothing more is asked of the department.
      <Badge>Closed</Badge>
    </Notice>
  )
}
