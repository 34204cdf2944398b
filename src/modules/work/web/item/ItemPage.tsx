import { useNavigate, useParams } from '@tanstack/react-router'
import { useKeys } from '../../../../ui/keys/useKeys.ts'
import { useSayHere } from '../../../../ui/kit/here.ts'
import { FaceOf } from '../../../../ui/kit/Page.tsx'
import { useCan } from '../../../../ui/port/Ports.tsx'
import { useQuery } from '../../../../ui/query.ts'
import { work } from '../../contract.ts'
import { nameOf } from '../../rules.ts'
import { openNewItem } from '../new-item.ts'
import { ItemShown } from './ItemShown.tsx'

export default function ItemPage() {
  const { id = '' } = useParams({ strict: false })
  const asked = useQuery(work.item, { id }, { keepsOld: false })
  const navigate = useNavigate()
  const detail = asked.data
  const mayWrite = useCan()('work:write')
  useKeys({ c: () => openNewItem(detail ? { boardId: detail.board.id } : {}) }, { isOn: mayWrite })
  const crumbs = detail
    ? [{ title: detail.board.name, path: `/work/boards/${detail.board.id}` }]
    : [{ title: 'All items', path: '/work' }]
  useSayHere({ title: detail ? nameOf(detail.item) : 'Item', crumbs, hasPeriod: false })
  return (
    <div className="flex flex-col px-(--gutter) pt-5 pb-12">
      <h1 tabIndex={-1} className="sr-only">
        {detail ? nameOf(detail.item) : 'Item'}
      </h1>
      <FaceOf isLoading={asked.isPending} error={asked.error} onRetry={() => void asked.refetch()}>
        {() =>
          detail && (
            <ItemShown key={detail.item.id} detail={detail} onGone={() => void navigate({ to: '/work' })} />
          )
        }
      </FaceOf>
    </div>
  )
}
