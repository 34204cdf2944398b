import { When } from '../../../ui/format/Values.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { useQuery } from '../../../ui/query.ts'
import { threads } from '../contract.ts'
import { Words } from './Words.tsx'

/** Every wording that a comment has had, the newest first. */
export function History({ id, onClose }: { id: string; onClose: () => void }) {
  const asked = useQuery(threads.history, { id })
  return (
    <Dialog isOpen onClose={onClose} title="How it was worded">
      <FaceOf isLoading={asked.isPending} error={asked.error} onRetry={asked.refetch}>
        {() => (
          <ol className="flex flex-col gap-3">
            {asked.data?.items.map((one) => (
              <li key={one.version} className="flex flex-col gap-1">
                <span className="text-sm text-ink-3">
                  <When at={one.at} />
                </span>
                <Words one={{ text: one.text, mentions: [], isRemoved: false }} />
              </li>
            ))}
          </ol>
        )}
      </FaceOf>
    </Dialog>
  )
}
