import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Page } from '../../../../ui/kit/Page.tsx'
import { Notice } from '../../../../ui/parts/Badge.tsx'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Card } from '../../../../ui/parts/Card.tsx'
import { toast } from '../../../../ui/parts/Toast.tsx'
import { useCan, useSession } from '../../../../ui/port/Ports.tsx'
import { sentence, useCommand, useQuery } from '../../../../ui/query.ts'
import { type Board, work } from '../../contract.ts'
import { BoardFields } from './BoardFields.tsx'
import { type BoardDraft, draftOf, firstStages, stagesOf } from './draft.ts'
import { LeavingStages } from './LeavingStages.tsx'
import { StagesEditor } from './StagesEditor.tsx'

export default function SetupPage() {
  const { id = 'new' } = useParams({ strict: false })
  const isNew = id === 'new'
  const asked = useQuery(work.board, { id }, { isOn: !isNew })
  const mayManage = useCan()('work:manage')
  const board = isNew ? undefined : asked.data
  const isAllowed = isNew ? mayManage : (board?.can.manage ?? true)
  return (
    <Page
      isNarrow
      title={board ? `Set up ${board.name}` : isNew ? 'Set up a board' : 'Set up'}
      crumbs={[
        { title: 'Boards', path: '/work/boards' },
        ...(board ? [{ title: board.name, path: `/work/boards/${board.id}` }] : []),
      ]}
      isLoading={!isNew && asked.isPending}
      error={asked.error}
      onRetry={() => void asked.refetch()}
    >
      {() =>
        isAllowed ? (
          <Editor key={board ? `${board.id} ${board.version}` : 'new'} board={board} />
        ) : (
          <Notice tone="warn">
            Who owns the board or manages boards sets it up. Ask them for what you miss.
          </Notice>
        )
      }
    </Page>
  )
}

function Editor({ board }: { board: Board | undefined }) {
  const me = useSession()?.person.id ?? ''
  const [draft, setDraft] = useState<BoardDraft>(() =>
    board ? draftOf(board) : { ...firstStages(), ownerId: me },
  )
  const [moves, setMoves] = useState<Record<string, string>>({})
  const { save, isSaving, error } = useSave(board)
  const change = (patch: Partial<BoardDraft>) => setDraft((old) => ({ ...old, ...patch }))
  return (
    <form
      className="flex flex-col gap-(--gap)"
      onSubmit={(event) => {
        event.preventDefault()
        void save(draft, moves)
      }}
    >
      <Card title="The board">
        <BoardFields draft={draft} onChange={change} />
      </Card>
      <StagesEditor stages={draft.stages} onChange={(stages) => change({ stages })} />
      {board && <LeavingStages board={board} stages={draft.stages} moves={moves} onChange={setMoves} />}
      {error ? <Notice tone="bad">{`${sentence(error)} Nothing was saved.`}</Notice> : null}
      <div className="flex flex-wrap items-center justify-end gap-2">
        <Button look="quiet" to="/work/types">
          Item types
        </Button>
        <Button look="quiet" to="/settings/fields?kind=item">
          Fields of items
        </Button>
        <Button type="submit" look="primary" isBusy={isSaving}>
          {board ? 'Save' : 'Set up'}
        </Button>
      </div>
    </form>
  )
}

/** The board and its stages with one stroke. */
function useSave(board: Board | undefined) {
  const navigate = useNavigate()
  const add = useCommand(work.addBoard, { isQuiet: true })
  const change = useCommand(work.changeBoard, { isQuiet: true })
  const [error, setError] = useState<unknown>(null)
  const save = async ({ stages, ...said }: BoardDraft, moves: Record<string, string>) => {
    setError(null)
    try {
      const given = stagesOf(stages)
      if (!board) {
        const made = await add.attempt({ ...said, stages: given })
        return void navigate({ to: `/work/boards/${made.id}` })
      }
      await change.attempt({ id: board.id, version: board.version, ...said, stages: given, moves })
      toast(`${said.name} saved`)
    } catch (problem) {
      setError(problem)
    }
  }
  return { save, isSaving: add.isRunning || change.isRunning, error }
}
