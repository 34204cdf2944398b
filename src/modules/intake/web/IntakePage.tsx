import { lazy, Suspense } from 'react'
import { Page } from '../../../ui/kit/Page.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Skeleton } from '../../../ui/parts/Faces.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { intake } from '../contract.ts'
import { DropMail } from './DropMail.tsx'
import { InboxTab } from './InboxTab.tsx'

const AllTab = lazy(() => import('./AllTab.tsx'))
const FiguresTab = lazy(() => import('./FiguresTab.tsx'))
const TypesTab = lazy(() => import('./TypesTab.tsx'))

/** What people ask of the team: the inbox first, then everything, how we answer, and what can be asked. */
export default function IntakePage() {
  const can = useCan()
  const waiting = useQuery(intake.list, { only: 'waiting', limit: 200 })
  return (
    <Page
      title="Requests"
      description="Each gets an answer: yes with a date, no with a reason, or a question."
      tabs={[
        { value: 'inbox', label: 'Inbox', count: waiting.data?.total ?? 0 },
        { value: 'all', label: 'All' },
        { value: 'figures', label: 'How we answer' },
        { value: 'types', label: 'Types' },
      ]}
      actions={
        <>
          {can('intake:triage') && <DropMail />}
          <Button to="/ask">Front door</Button>
        </>
      }
      isLoading={waiting.isPending}
      error={waiting.error}
      onRetry={waiting.refetch}
    >
      {(tab) => (
        <Suspense fallback={<Skeleton className="h-60" />}>
          {tab === 'all' ? (
            <AllTab />
          ) : tab === 'figures' ? (
            <FiguresTab />
          ) : tab === 'types' ? (
            <TypesTab />
          ) : (
            <InboxTab lines={waiting.data!.items} />
          )}
        </Suspense>
      )}
    </Page>
  )
}
