import { Bell, BellOff } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Skeleton } from '../../../ui/parts/Faces.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { type Shown, threads } from '../contract.ts'
import { Comment } from './Comment.tsx'
import { Write } from './Write.tsx'

type ThreadProps = { kind: string; id: string }

/** What is said about a record, and a place to say more. */
export function Thread({ kind, id }: ThreadProps) {
  const [limit, setLimit] = useState(50)
  const asked = useQuery(threads.show, { kind, id, limit })
  const { data } = asked
  return (
    <Card
      title={
        <span className="flex items-center gap-2">
          Comments
          {data && data.unread > 0 && <Badge tone="info">{`${data.unread} new`}</Badge>}
        </span>
      }
      hint={data && watchersOf(data)}
      actions={data && <Watch kind={kind} id={id} isWatching={data.isWatching} />}
    >
      <FaceOf
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
        skeleton={<Skeleton className="h-16" />}
      >
        {() =>
          data && <Said kind={kind} id={id} data={data} onMore={() => setLimit(Math.min(500, limit + 150))} />
        }
      </FaceOf>
    </Card>
  )
}

const watchersOf = ({ watchers }: Shown): string | undefined => {
  if (watchers.length === 0) return undefined
  const names = watchers.slice(0, 3).map((one) => one.name)
  const others = watchers.length - names.length
  return `Watched by ${names.join(', ')}${others > 0 ? ` and ${others} more` : ''}`
}

type SaidProps = ThreadProps & { data: Shown; onMore: () => void }

function Said({ kind, id, data, onMore }: SaidProps) {
  const [showsSettled, setSettled] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const fresh = useSeen(place, { kind, id }, data)
  const settled = data.items.filter((one) => one.resolved)
  const open = data.items.filter((one) => !one.resolved)
  const older = data.total - data.items.length
  const list = showsSettled ? data.items : open
  return (
    <div ref={place} className="flex flex-col gap-4">
      {older > 0 && (
        <Button small look="quiet" className="self-start" onClick={onMore}>
          {`Show older, ${older} more`}
        </Button>
      )}
      {data.total === 0 && <p className="text-ink-2">Nobody has said anything yet.</p>}
      {list.map((one) => (
        <Comment key={one.id} kind={kind} id={id} comment={one} fresh={fresh} />
      ))}
      {settled.length > 0 && (
        <Button small look="quiet" className="self-start" onClick={() => setSettled(!showsSettled)}>
          {showsSettled ? 'Hide what is settled' : `Show ${settled.length} settled`}
        </Button>
      )}
      <Write kind={kind} id={id} />
    </div>
  )
}

/** What was new stays marked while the page is open; seen is what stood on the screen for a moment. */
function useSeen(place: { current: HTMLElement | null }, ref: ThreadProps, data: Shown): ReadonlySet<string> {
  const { run } = useCommand(threads.read, { isQuiet: true })
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set())
  const { kind, id } = ref
  const news = data.items.flatMap((one) => [one, ...one.replies]).filter((one) => one.isNew)
  const key = news.map((one) => one.id).join()

  useEffect(() => {
    if (!key) return
    setFresh((old) => new Set([...old, ...key.split(',')]))
    let timer: ReturnType<typeof setTimeout> | undefined
    const watcher = new IntersectionObserver(([seen]) => {
      clearTimeout(timer)
      if (seen?.isIntersecting) timer = setTimeout(() => void run({ kind, id }), 1500)
    })
    if (place.current) watcher.observe(place.current)
    return () => {
      clearTimeout(timer)
      watcher.disconnect()
    }
  }, [key, kind, id, run, place])

  return fresh
}

function Watch({ kind, id, isWatching }: ThreadProps & { isWatching: boolean }) {
  const watch = useCommand(threads.watch)
  return (
    <Button
      small
      look="quiet"
      icon={isWatching ? <BellOff size={14} /> : <Bell size={14} />}
      isBusy={watch.isRunning}
      onClick={() => void watch.run({ kind, id, isWatching: !isWatching })}
    >
      {isWatching ? 'Watch no more' : 'Watch'}
    </Button>
  )
}
