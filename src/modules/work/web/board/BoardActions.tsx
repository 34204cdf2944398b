import { Star } from 'lucide-react'
import { Button } from '../../../../ui/parts/Button.tsx'
import { useCommand } from '../../../../ui/query.ts'
import { type Board, work } from '../../contract.ts'

export function BoardActions({ board }: { board: Board }) {
  const favour = useCommand(work.favourBoard)
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
        <Button look="quiet" to={`/work/setup/${board.id}`}>
          Set up
        </Button>
      )}
      <Button look="quiet" to="/work/boards?all=1">
        All boards
      </Button>
    </>
  )
}
