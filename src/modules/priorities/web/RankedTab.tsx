import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { address } from '../../../kernel/client.ts'
import { download } from '../../../ui/format/save.ts'
import { Exports } from '../../../ui/kit/Exports.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { EmptyState } from '../../../ui/parts/Faces.tsx'
import { Menu } from '../../../ui/parts/Menu.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useCommand } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { priorities, type RankedLine, type Ranking } from '../contract.ts'
import { InputsDrawer } from './InputsDrawer.tsx'
import { PlaceDialog } from './PlaceDialog.tsx'
import { useRankKeys } from './rank-keys.ts'
import { scoreWords } from './words.ts'

/** The open items of a board by score: each score opens where it comes from. */
export function RankedTab({ data }: { data: Ranking }) {
  const [opened, open] = useUrl('item')
  const [moving, move] = useState<RankedLine | null>(null)
  const mayWrite = useCan()('work:write')
  const list = useRankKeys(data.items, { onMove: mayWrite ? move : undefined })
  const one = data.items.find((line) => line.id === opened)
  if (data.items.length === 0)
    return (
      <EmptyState>
        {`Nothing is open on ${data.board.name}. Items that are added there are ranked here.`}
      </EmptyState>
    )
  return (
    <>
      <ol ref={list} className="flex flex-col divide-y divide-line" aria-label="Items by priority">
        {data.items.map((line) => (
          <RankLine
            key={line.id}
            line={line}
            mayWrite={mayWrite}
            onOpen={() => open(line.id)}
            onMove={() => move(line)}
          />
        ))}
      </ol>
      {data.left > 0 && <p className="text-ink-3">{`${data.left} more are not shown.`}</p>}
      <span>
        <Exports
          onSave={(format) => download(address(priorities.export, { boardId: data.board.id, format }).url)}
        />
      </span>
      {one && <InputsDrawer data={data} line={one} mayWrite={mayWrite} onClose={() => open('')} />}
      {moving && <PlaceDialog line={moving} onClose={() => move(null)} />}
    </>
  )
}

type RankLineProps = { line: RankedLine; mayWrite: boolean; onOpen: () => void; onMove: () => void }

function RankLine({ line, mayWrite, onOpen, onMove }: RankLineProps) {
  return (
    <li className="flex items-center gap-3 py-1.5">
      <span className="w-8 shrink-0 text-right text-ink-3 tabular">{line.place}</span>
      <div className="min-w-0 flex-1">
        <p className="flex min-w-0 flex-wrap items-center gap-2">
          <Link to={`/work/items/${line.id}`} className="min-w-0 truncate font-medium hover:underline">
            {`W-${line.number} ${line.title}`}
          </Link>
          {line.override && <Badge tone="warn">{`Put at ${line.override.place}`}</Badge>}
        </p>
        <p className="truncate text-sm text-ink-3">
          {[line.stage, line.override && `${line.override.by}: ${line.override.reason}`, line.reason]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <button
        type="button"
        data-rank={line.id}
        className="shrink-0 rounded-md px-2 py-1 text-right font-medium tabular hover:bg-hover"
        aria-label={`${line.title}: ${scoreWords(line.score)}, where it comes from`}
        onClick={onOpen}
      >
        {scoreWords(line.score)}
      </button>
      {mayWrite && <Deeds line={line} onMove={onMove} />}
    </li>
  )
}

function Deeds({ line, onMove }: Pick<RankLineProps, 'line' | 'onMove'>) {
  const end = useCommand(priorities.endOverride)
  const put = useCommand(priorities.override)
  const { id, override } = line
  const letGo = async () => {
    if (!override || !(await end.run({ id }))) return
    const { place, reason } = override
    toast('It stands where its score puts it', { undo: () => void put.run({ id, place, reason }) })
  }
  const items = [
    { label: 'Put it elsewhere', onSelect: onMove },
    ...(override ? [{ label: 'Let its score decide', onSelect: () => void letGo() }] : []),
  ]
  return (
    <Menu align="end" items={items}>
      <Button small look="quiet" aria-label={`More about ${line.title}`}>
        More
      </Button>
    </Menu>
  )
}
