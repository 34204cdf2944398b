import { useState } from 'react'
import { compareOptions } from '../../../methods/whiteboard.ts'
import { useDraft } from '../../../ui/form/useDraft.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { useOrganisation } from '../../../ui/port/Ports.tsx'
import type { Board } from '../contract.ts'
import { verdict } from '../rules.ts'
import { isWrong, type OptionDraft, optionOf, type Side, saidOf, sidesOf } from './draft.ts'
import { Equal } from './Equal.tsx'
import { OptionCard } from './OptionCard.tsx'
import { SaveBoard } from './SaveBoard.tsx'

type CalculatorProps = {
  board: Board | undefined
  start: Pick<Board, Side>
  onOpen: (id: string) => void
}

/** The two options as they are typed, and what they come to at once. */
export function Calculator({ board, start, onOpen }: CalculatorProps) {
  const own = useOrganisation().currency
  const currency = board?.currency ?? own
  const kept = useDraft(`whiteboard-${board?.id ?? 'new'}`, sidesOf(start), [])
  const { first, second } = kept.draft as Record<Side, OptionDraft>
  const [isSaving, setSaving] = useState(false)
  const comparison = compareOptions(optionOf(first), optionOf(second))
  const names: [string, string] = [first.name, second.name]
  const saved = (id: string) => {
    kept.forget()
    setSaving(false)
    onOpen(id)
  }
  const cards = (['first', 'second'] as const).map((side, at) => (
    <OptionCard
      key={side}
      title={`Option ${at + 1}`}
      draft={side === 'first' ? first : second}
      outcome={comparison.outcomes[at as 0 | 1]}
      isBetter={comparison.better === side}
      currency={currency}
      onChange={(option) => kept.change(side, option)}
    />
  ))
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="mr-auto font-semibold">{board?.name ?? 'New board'}</h2>
        {kept.isTouched && (
          <Button look="quiet" onClick={kept.discard}>
            Start over
          </Button>
        )}
        {board && <Button onClick={() => onOpen('')}>New board</Button>}
        <Button look="primary" disabled={isWrong(first) || isWrong(second)} onClick={() => setSaving(true)}>
          Save
        </Button>
      </div>
      <p role="status" className="text-lg font-semibold">
        {verdict(comparison, names, currency)}
      </p>
      <div className="grid grid-cols-2 gap-(--gap) max-[720px]:grid-cols-1">{cards}</div>
      <Equal {...{ comparison, names, currency }} options={[optionOf(first), optionOf(second)]} />
      {isSaving && (
        <SaveBoard
          board={board}
          options={{ first: saidOf(first), second: saidOf(second) }}
          onSaved={saved}
          onClose={() => setSaving(false)}
        />
      )}
    </>
  )
}
