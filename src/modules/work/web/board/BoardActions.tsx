import { Star } from 'lucide-react'
import { Button } from '../../../../ui/parts/Button.tsx'
import { toast } from '../../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../../ui/query.ts'
import { type Board, work } from '../../contract.ts'

export function BoardActions({ board }: { board: Board }) {
  const favour = useCommand(work.favourBoard)
  const archive = useCommand(work.archiveBoard)
  const put = async (isArchived: boolean) => {
    if (!(await archive.run({ id: board.id, isArchived }))) return
    toast(isArchived ? `${board.name} is put away` : `${board.name} is in use again`, {
      undo: () => void archive.run({ id: board.id, isArchived: !isArchived }),
    })
  }
  return (
    <>
      <Button
        aria-pressed={board.isFavourite}
        isBusy={favour.isRunning}
        icon={<Star size={14} fill={board.isFavourite ? 'currentColor' : 'none'} />}
        onClick={() => void favour.run({ id: board.id, isFavourite: !board.isFavourite })}
      >
        {board.isFavourite ? 'Favourite' : 'Make it a favourite'}
      </Button>
      {board.can.manage && (
        <>
          <Button look="quiet" to={`/work/setup/${board.id}`}>
            Set up
          </Button>
          <Button look="quiet" isBusy={archive.isRunning} onClick={() => void put(!board.isArchived)}>
            {board.isArchived ? 'Take out again' : 'Put away'}
          </Button>
        </>
      )}
      <Button look="quiet" to="/work/boards?all=1">
        All boards
      </Button>
    </>
  )
}
