import { Notice } from '../../../../ui/parts/Badge.tsx'
import { Field } from '../../../../ui/parts/Field.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import type { Board } from '../../contract.ts'
import type { StageDraft } from './draft.ts'

type LeavingProps = {
  board: Board
  stages: readonly StageDraft[]
  moves: Record<string, string>
  onChange: (moves: Record<string, string>) => void
}

/** Stages that are taken away while items stand in them: where these go. */
export function LeavingStages({ board, stages, moves, onChange }: LeavingProps) {
  const kept = new Set(stages.map((one) => one.id))
  const leaving = board.stages.filter((one) => !kept.has(one.id) && one.items > 0)
  const targets = stages.filter((one) => one.id).map((one) => ({ value: one.id!, label: one.name }))
  if (leaving.length === 0) return null
  return (
    <Notice tone="warn">
      <div className="flex flex-col gap-3">
        {leaving.map((one) => (
          <Field
            key={one.id}
            label={`${one.items === 1 ? '1 item stands' : `${one.items.toLocaleString('en')} items stand`} in ${one.name}. Where shall they go?`}
          >
            <Select
              options={targets}
              value={moves[one.id] ?? null}
              onChange={(to) => onChange({ ...moves, [one.id]: to })}
            />
          </Field>
        ))}
      </div>
    </Notice>
  )
}
