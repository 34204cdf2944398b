import { Link } from '@tanstack/react-router'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import type { Receipt, Understood } from '../contract.ts'
import { many, manyOf, State, sourceTitles } from './words.tsx'

/** What came of a file, or what would come of it as it is understood. */
export function Told({ one }: { one: Understood }) {
  const { counts } = one
  const of = `${sourceTitles[one.source]}, ${one.fileName}`
  return (
    <Card>
      <div className="flex flex-wrap items-center gap-2">
        <State state={one.state} />
        <span className="text-ink-2">{of}</span>
      </div>
      <p className="mt-2">{one.receipt ? cameIn(one.receipt) : wouldCome(one)}</p>
      {one.board && one.state === 'landed' && (
        <p className="mt-2">
          On the board{' '}
          <Link to={`/work/boards/${one.board.id}`} className="text-accent-ink underline">
            {one.board.name}
          </Link>
        </p>
      )}
      {one.state === 'ready' && one.openDay && (
        <div className="mt-2">
          <Notice tone="warn">{openDay(one.openDay, one.usualOrder)}</Notice>
        </div>
      )}
      {one.state === 'ready' && counts.items === 0 && (
        <div className="mt-2">
          <Notice tone="warn">No column of titles was found. Say below which column holds them.</Notice>
        </div>
      )}
    </Card>
  )
}

function cameIn({ added, known, rejected, people, ...receipt }: Receipt): string {
  const parts = manyOf([
    [receipt.checks, 'checklist line'],
    [receipt.comments, 'comment'],
    [receipt.moves, 'move'],
    [receipt.waits ?? 0, 'wait'],
  ])
  return [
    `${many(added, 'item')} came in${parts ? ` with ${parts}` : ''}.`,
    known > 0 ? `${many(known, 'item was', 'items were')} here already.` : '',
    rejected > 0 ? `${many(rejected, 'row')} could not be read.` : '',
    people.found + people.unknown > 0
      ? `${many(people.found, 'person', 'people')} found, ${people.unknown} not.`
      : '',
  ]
    .filter(Boolean)
    .join(' ')
}

function wouldCome({ counts }: Understood): string {
  const parts = manyOf([
    [counts.checklists, 'checklist'],
    [counts.comments, 'comment'],
    [counts.moves, 'move'],
    [counts.waits, 'wait'],
  ])
  const known =
    counts.known > 0 ? `${counts.known} are here already and stay as they are.` : 'Nothing of it is here yet.'
  return `${many(counts.items, 'item')}${parts ? ` with ${parts}` : ''}. ${known}`
}

const orders = { 'day-first': 'day first', 'month-first': 'month first' } as const

const openDay = (said: string, usual: keyof typeof orders): string =>
  `Nothing in the file shows whether ${said} is written day first or month first. Below it is read ${orders[usual]}, as is usual with the organisation’s currency. Say under Columns which it is: until then nothing lands.`
