import { Link } from '@tanstack/react-router'
import { Maximize2 } from 'lucide-react'
import { FaceOf } from '../../../../ui/kit/Page.tsx'
import { buttonClass } from '../../../../ui/parts/Button.tsx'
import { Drawer } from '../../../../ui/parts/Drawer.tsx'
import { useQuery } from '../../../../ui/query.ts'
import { useUrl } from '../../../../ui/useUrl.ts'
import { work } from '../../contract.ts'
import { codeOf } from '../item-words.tsx'
import { ItemShown } from './ItemShown.tsx'

/** The item that `?item=` names, over the board or list it was opened from. */
export function ItemDrawer() {
  const [id, setId] = useUrl('item')
  return id ? <Opened key={id} id={id} onClose={() => setId('')} /> : null
}

function Opened({ id, onClose }: { id: string; onClose: () => void }) {
  const asked = useQuery(work.item, { id }, { keepsOld: false })
  const detail = asked.data
  return (
    <Drawer
      isOpen
      isWide
      onClose={onClose}
      title={detail ? codeOf(detail.item) : 'Item'}
      actions={
        <Link
          to={`/work/items/${id}`}
          aria-label="Open as a page"
          className={buttonClass('quiet', true, true)}
        >
          <Maximize2 size={14} />
        </Link>
      }
    >
      <div className="p-5">
        <FaceOf isLoading={asked.isPending} error={asked.error} onRetry={() => void asked.refetch()}>
          {() => detail && <ItemShown isAside detail={detail} onGone={onClose} />}
        </FaceOf>
      </div>
    </Drawer>
  )
}
