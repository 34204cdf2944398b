import { CheckCheck, MoreHorizontal, Reply as ReplyIcon, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { When } from '../../../ui/format/Values.tsx'
import { Avatar } from '../../../ui/parts/Avatar.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button, IconButton } from '../../../ui/parts/Button.tsx'
import { Menu } from '../../../ui/parts/Menu.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Comment as CommentThing, type Reply, threads } from '../contract.ts'
import { History } from './History.tsx'
import { Words } from './Words.tsx'
import { Write } from './Write.tsx'

type Place = { kind: string; id: string; fresh: ReadonlySet<string> }

/** A comment with what was answered, and whether it is settled. */
export function Comment({ comment, ...place }: Place & { comment: CommentThing }) {
  const [isReplying, setReplying] = useState(false)
  const resolve = useCommand(threads.resolve)
  const { resolved, replies } = comment
  const settle = (isResolved: boolean) => void resolve.run({ id: comment.id, isResolved })
  return (
    <article aria-label={`Comment by ${comment.by}`} className="flex flex-col gap-3">
      <One one={comment} {...place} />
      {replies.length > 0 && (
        <div className="ml-3 flex flex-col gap-3 border-l border-line pl-4">
          {replies.map((one) => (
            <One key={one.id} one={one} {...place} />
          ))}
        </div>
      )}
      <div className="ml-8 flex flex-wrap items-center gap-2">
        {resolved && <Badge tone="good">{`Settled by ${resolved.by}`}</Badge>}
        {!comment.isRemoved && !isReplying && (
          <Button small look="quiet" icon={<ReplyIcon size={14} />} onClick={() => setReplying(true)}>
            Reply
          </Button>
        )}
        {!comment.isRemoved && (
          <Button
            small
            look="quiet"
            icon={resolved ? <RotateCcw size={14} /> : <CheckCheck size={14} />}
            isBusy={resolve.isRunning}
            onClick={() => settle(!resolved)}
          >
            {resolved ? 'Open again' : 'Settle'}
          </Button>
        )}
      </div>
      {isReplying && (
        <div className="ml-8">
          <Write {...place} replyTo={comment.id} onDone={() => setReplying(false)} />
        </div>
      )}
    </article>
  )
}

function One({ one, kind, id, fresh }: Place & { one: Reply }) {
  const [isEditing, setEditing] = useState(false)
  const [isHistory, setHistory] = useState(false)
  return (
    <div className="flex items-start gap-2">
      <Avatar name={one.by} />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <div className="flex flex-wrap items-center gap-2 text-sm text-ink-3">
          <span className="font-medium text-ink">{one.by}</span>
          <When at={one.at} />
          {one.editedAt && (
            <button type="button" className="underline" onClick={() => setHistory(true)}>
              reworded
            </button>
          )}
          {fresh.has(one.id) && <Badge tone="info">New</Badge>}
          <span className="flex-1" />
          {(one.can.edit || one.can.putBack) && <Deeds one={one} onEdit={() => setEditing(true)} />}
        </div>
        {isEditing ? (
          <Write kind={kind} id={id} editing={one} onDone={() => setEditing(false)} />
        ) : (
          <Words one={one} />
        )}
      </div>
      {isHistory && <History id={one.id} onClose={() => setHistory(false)} />}
    </div>
  )
}

function Deeds({ one, onEdit }: { one: Reply; onEdit: () => void }) {
  const remove = useCommand(threads.remove)
  const putBack = useCommand(threads.putBack)
  const back = () => void putBack.run({ id: one.id })
  const take = async () => {
    if (await remove.run({ id: one.id })) toast('The comment is removed', { undo: back })
  }
  if (one.can.putBack)
    return (
      <Button small look="quiet" isBusy={putBack.isRunning} onClick={back}>
        Put it back
      </Button>
    )
  return (
    <Menu
      align="end"
      items={[
        { label: 'Reword', onSelect: onEdit },
        { label: 'Remove', isDangerous: true, onSelect: () => void take() },
      ]}
    >
      <IconButton small label={`More about this comment by ${one.by}`}>
        <MoreHorizontal size={14} />
      </IconButton>
    </Menu>
  )
}
