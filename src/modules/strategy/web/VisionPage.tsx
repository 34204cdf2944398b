import { Telescope } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { Page } from '../../../ui/kit/Page.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { Thread } from '../../threads/web/index.ts'
import { Trace } from '../../trace/web/index.ts'
import { strategy, type Vision } from '../contract.ts'
import type { Body } from '../rules.ts'
import { BuyIns } from './BuyIns.tsx'
import { Plan } from './Plan.tsx'
import { Principles } from './Principles.tsx'
import { Suggestions } from './Suggestions.tsx'
import { VisionVersions } from './VisionVersions.tsx'
import { Written } from './Written.tsx'

const VisionEditor = lazy(() => import('./VisionEditor.tsx'))

export default function VisionPage() {
  const asked = useQuery(strategy.vision, {})
  const mayManage = useCan()('strategy:manage')
  const [edit, setEdit] = useUrl('edit')
  const vision = asked.data?.vision ?? null
  const isEditing = edit === '1' && mayManage
  const write = (
    <Button look={vision ? 'secondary' : 'primary'} onClick={() => setEdit('1')}>
      {vision ? 'Write on it' : 'Write the vision'}
    </Button>
  )
  return (
    <Page
      title={vision && !isEditing ? vision.title : 'Vision'}
      description={
        vision && !isEditing ? vision.summary : 'Where we take the team, how, and how it serves the business.'
      }
      actions={mayManage && !isEditing && vision && write}
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
      empty={
        !vision &&
        !isEditing && {
          icon: <Telescope size={24} />,
          children: mayManage
            ? 'There is no vision yet. Write where the team is going; everybody can comment, and the executives buy in.'
            : 'There is no vision yet.',
          action: mayManage && write,
        }
      }
    >
      {() =>
        isEditing ? (
          <Suspense>
            <VisionEditor vision={vision} onClose={() => setEdit('')} />
          </Suspense>
        ) : (
          vision && <Shown vision={vision} />
        )
      }
    </Page>
  )
}

const Shown = ({ vision }: { vision: Vision }) => (
  <div className="grid grid-cols-[minmax(0,3fr)_minmax(0,2fr)] items-start gap-(--gap) max-[1060px]:grid-cols-1">
    <div className="flex min-w-0 flex-col gap-6">
      <Written body={vision.body as Body} />
      <Principles principles={vision.principles} />
      <Plan vision={vision} />
    </div>
    <div className="flex min-w-0 flex-col gap-(--gap)">
      <BuyIns vision={vision} />
      <Trace kind="vision" id={vision.id} />
      <Suggestions vision={vision} />
      <Thread kind="vision" id={vision.id} />
      <VisionVersions vision={vision} />
    </div>
  </div>
)
