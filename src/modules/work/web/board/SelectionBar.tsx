import { Button } from '../../../../ui/parts/Button.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { type Board, type Item, priorities } from '../../contract.ts'
import { priorityNames } from '../words.ts'
import type { BoardDeeds } from './useBoardDeeds.ts'

type BarProps = { board: Board; chosen: Item[]; deeds: BoardDeeds; onClear: () => void }

/** What can be done with all that are selected, together and undone as one. */
export function SelectionBar({ board, chosen, deeds, onClear }: BarProps) {
  if (chosen.length === 0) return null
  return (
    <div
      role="toolbar"
      aria-label="Selected items"
      className="mx-(--gutter) mb-2 flex flex-wrap items-center gap-2 rounded-md bg-accent-soft px-3 py-1.5"
    >
      <span className="tabular font-medium">{`${chosen.length} selected`}</span>
      <Select
        small
        label="Move the selected items to"
        placeholder="Move to …"
        value={null}
        onChange={(id) => {
          const stage = board.stages.find((one) => one.id === id)
          if (stage) deeds.moveTo(chosen, stage)
        }}
        options={board.stages.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        small
        label="Priority of the selected items"
        placeholder="Priority …"
        value={null}
        onChange={(priority) =>
          void deeds.change(chosen, { priority }, priorityNames[priority].toLowerCase())
        }
        options={priorities.map((value) => ({ value, label: priorityNames[value] }))}
      />
      <Button small onClick={() => void deeds.assignMe(chosen)}>
        Assign to me
      </Button>
      <Button small look="danger" onClick={() => void deeds.remove(chosen)}>
        Take away
      </Button>
      <Button small look="quiet" onClick={onClear}>
        Clear
      </Button>
    </div>
  )
}
