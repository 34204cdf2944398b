import { Paperclip } from 'lucide-react'
import { cx } from '../../../ui/classes.ts'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Skeleton } from '../../../ui/parts/Faces.tsx'
import { Tooltip } from '../../../ui/parts/Tooltip.tsx'
import { useQuery } from '../../../ui/query.ts'
import { type Attached, files } from '../contract.ts'
import { sized } from '../rules.ts'
import { choose } from './choose.ts'
import { useDropped, usePasted } from './dropped.ts'
import { useAddsHere } from './here.ts'
import { Line } from './Line.tsx'
import { Opened } from './Opened.tsx'
import { Removed } from './Removed.tsx'
import { Under } from './Under.tsx'
import { useAdding } from './useAdding.ts'

type FilesProps = {
  kind: string
  id: string
  /** Within the line of a list: no frame, and nothing where there is nothing. */
  isInLine?: boolean
}

/** The files of a record, and a place to drop more. */
export function Files({ kind, id, isInLine = false }: FilesProps) {
  const asked = useQuery(files.list, { kind, id })
  const { data } = asked
  const adding = useAdding({ kind, id }, { most: data?.most ?? 0, room: data?.room ?? 0 })
  const mayAdd = data?.can.add ?? false
  const open = () => choose(adding.add)
  const { isOver, handlers } = useDropped(adding.add, mayAdd)
  usePasted(adding.add, mayAdd && !isInLine)
  useAddsHere(open, mayAdd && !isInLine)
  const inside = data && <Inside data={data} adding={adding} isInLine={isInLine} onChoose={open} />
  return (
    <div {...handlers} className={cx('rounded-lg', isOver && 'outline-2 outline-accent outline-dashed')}>
      {isInLine ? (
        inside
      ) : (
        <Card title="Files" hint={data && hintOf(data)} actions={mayAdd && <Add onChoose={open} />}>
          <FaceOf
            isLoading={asked.isPending}
            error={asked.error}
            onRetry={asked.refetch}
            skeleton={<Skeleton className="h-10" />}
          >
            {() => inside}
          </FaceOf>
        </Card>
      )}
    </div>
  )
}

const hintOf = ({ can, most }: Attached): string | undefined =>
  can.add ? `Drop files here or paste an image; up to ${sized(most)} each.` : undefined

const Add = ({ onChoose }: { onChoose: () => void }) => (
  <Tooltip text="Add files" keys="u">
    <Button small icon={<Paperclip size={14} />} onClick={onChoose}>
      Add files
    </Button>
  </Tooltip>
)

type InsideProps = {
  data: Attached
  adding: ReturnType<typeof useAdding>
  isInLine: boolean
  onChoose: () => void
}

function Inside({ data, adding, isInLine, onChoose }: InsideProps) {
  const isEmpty = data.items.length === 0 && adding.all.length === 0
  return (
    <div className="flex flex-col gap-2">
      {isEmpty && !isInLine && (
        <p className="text-ink-2">
          {data.can.add ? 'No files yet. Drop one here, or press U.' : 'No files hang on this.'}
        </p>
      )}
      {data.items.length > 0 && (
        <ul className={cx('flex flex-col', !isInLine && 'divide-y divide-line')}>
          {data.items.map((one) => (
            <Line key={one.id} one={one} data={data} isInLine={isInLine} />
          ))}
        </ul>
      )}
      {adding.all.map((one) => (
        <Under key={one.key} one={one} onCancel={adding.cancel} onAgain={adding.again} />
      ))}
      {isInLine && data.can.add && (
        <Button small look="quiet" className="self-start" icon={<Paperclip size={14} />} onClick={onChoose}>
          Add a file
        </Button>
      )}
      {data.can.whyNot && !isInLine && <p className="text-sm text-ink-3">{data.can.whyNot}</p>}
      <Removed items={data.removed} />
      <Opened items={data.items} />
    </div>
  )
}
