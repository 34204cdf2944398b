import { useState } from 'react'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Input, Textarea } from '../../../ui/parts/Input.tsx'
import { sentence } from '../../../ui/query.ts'
import type { Spot } from './Viewer.tsx'

type SayProps = {
  label: string
  verb: string
  onSay: (words: string) => Promise<unknown>
  onDone?: () => void
  spot?: Spot
  onSpot?: (spot: Spot) => void
}

const percent = (part: number): string => String(Math.round(part * 100))
const part = (words: string): number => Math.min(1, Math.max(0, Number(words) / 100 || 0))

/** Words at a pin; with a spot its place can be said in numbers, too. */
export function Say({ label, verb, onSay, onDone, spot, onSpot }: SayProps) {
  const [words, setWords] = useState('')
  const [problem, setProblem] = useState('')
  const [isBusy, setBusy] = useState(false)
  const say = async () => {
    setBusy(true)
    try {
      await onSay(words)
      setWords('')
      setProblem('')
      onDone?.()
    } catch (error) {
      setProblem(sentence(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="flex flex-col gap-2">
      <Field label={label}>
        <Textarea rows={2} value={words} onChange={setWords} />
      </Field>
      {spot && onSpot && (
        <div className="grid grid-cols-3 gap-2">
          <Field label="Page">
            <Input
              type="number"
              min={1}
              value={String(spot.page)}
              onChange={(page) => onSpot({ ...spot, page: Math.max(1, Math.round(Number(page)) || 1) })}
            />
          </Field>
          <Field label="From left, %">
            <Input type="number" value={percent(spot.x)} onChange={(x) => onSpot({ ...spot, x: part(x) })} />
          </Field>
          <Field label="From top, %">
            <Input type="number" value={percent(spot.y)} onChange={(y) => onSpot({ ...spot, y: part(y) })} />
          </Field>
        </div>
      )}
      {problem && <Notice tone="bad">{problem}</Notice>}
      <div className="flex gap-2">
        <Button
          small
          look="primary"
          isBusy={isBusy}
          disabled={words.trim() === ''}
          onClick={() => void say()}
        >
          {verb}
        </Button>
        {onDone && (
          <Button small onClick={onDone}>
            Cancel
          </Button>
        )}
      </div>
    </div>
  )
}
