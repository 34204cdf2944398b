import { Link } from '@tanstack/react-router'
import { ChevronRight, CircleCheck, FileInput } from 'lucide-react'
import { Suspense } from 'react'
import { Day } from '../../../ui/format/Values.tsx'
import { FaceOf, Page } from '../../../ui/kit/Page.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { SkeletonRows } from '../../../ui/parts/Faces.tsx'
import { useCan, useSession } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { identity, type Need } from '../contract.ts'
import { homeSlot } from './slots.ts'

export default function HomePage() {
  const home = useQuery(identity.home, {})
  const session = useSession()
  const canImport = useCan()('imports:write')
  const first = session?.person.name.split(/\s+/)[0]
  const needs = home.data?.needs ?? []
  return (
    <Page
      title={first ? `Good day, ${first}` : 'Home'}
      description={session?.organisation.name}
      actions={
        canImport &&
        needs.length > 0 && (
          <Button to="/imports" icon={<FileInput size={14} />}>
            Bring in an export
          </Button>
        )
      }
      error={home.error}
      onRetry={home.refetch}
    >
      <Card title="What needs you today" isFlush>
        <FaceOf
          isLoading={home.isPending}
          skeleton={<SkeletonRows rows={3} columns={2} />}
          empty={needs.length === 0 && (canImport ? firstStep : allDone)}
        >
          {() => (
            <ul className="pb-2">
              {needs.map((need) => (
                <NeedRow key={`${need.link} ${need.title}`} need={need} />
              ))}
            </ul>
          )}
        </FaceOf>
      </Card>
      <Suspense>
        {homeSlot.all.map((Part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the slot is filled once, at start
          <Part key={index} />
        ))}
      </Suspense>
    </Page>
  )
}

const firstStep = {
  icon: <FileInput size={24} />,
  children: 'Nothing is waiting for you. Drop in what your tools export and see the funnel minutes later.',
  action: (
    <Button look="primary" to="/imports">
      Bring in an export
    </Button>
  ),
}
const allDone = { icon: <CircleCheck size={24} />, children: 'Nothing is waiting for you.' }

function NeedRow({ need }: { need: Need }) {
  return (
    <li>
      <Link
        to={need.link}
        className="flex items-center gap-3 px-4 py-2.5 hover:bg-hover focus-visible:-outline-offset-2"
      >
        <span className="min-w-0 flex-1">
          <span className="block font-medium">{need.title}</span>
          <span className="block text-ink-2">{need.why}</span>
        </span>
        {need.due && (
          <span className="shrink-0 text-ink-3">
            due <Day date={need.due} />
          </span>
        )}
        <ChevronRight size={16} className="shrink-0 text-ink-3" aria-hidden="true" />
      </Link>
    </li>
  )
}
