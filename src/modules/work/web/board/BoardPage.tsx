import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Page } from '../../../../ui/kit/Page.tsx'
import { Badge, Notice } from '../../../../ui/parts/Badge.tsx'
import { useQuery } from '../../../../ui/query.ts'
import { type Board, work } from '../../contract.ts'
import { BoardActions } from './BoardActions.tsx'
import { BoardView } from './BoardView.tsx'
import { rememberBoard } from './last-board.ts'

/** The board: what the room works on, by stage. */
export default function BoardPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data: board, isPending, error, refetch } = useQuery(work.board, { id }, { keepsOld: false })
  useEffect(() => {
    if (board) rememberBoard(board.id)
  }, [board])
  return (
    <Page
      title={board?.name ?? 'Board'}
      crumbs={[{ title: 'Boards', path: '/work/boards?all=1' }]}
      description={board && <About board={board} />}
      actions={board && <BoardActions board={board} />}
      isFlush
      isLoading={isPending}
      error={error}
      onRetry={refetch}
    >
      {() => board && <BoardView key={board.id} board={board} />}
    </Page>
  )
}

function About({ board }: { board: Board }) {
  return (
    <span className="flex flex-wrap items-center gap-2">
      {board.purpose && <span>{board.purpose}</span>}
      {board.isConfidential && (
        <Badge tone="warn">{`Confidential: only ${board.team?.name ?? 'its owner'} and who manages boards see it`}</Badge>
      )}
      {board.isArchived && (
        <Notice tone="info">This board is put away: it can be read, and nothing on it changes.</Notice>
      )}
    </span>
  )
}
