import { useState } from 'react'
import { When } from '../../../ui/format/Values.tsx'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Drawer } from '../../../ui/parts/Drawer.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Input } from '../../../ui/parts/Input.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { sentence, useCommand } from '../../../ui/query.ts'
import { priorities, type RankedLine, type Ranking } from '../contract.ts'
import { scoreWords } from './words.ts'

type InputsDrawerProps = { data: Ranking; line: RankedLine; mayWrite: boolean; onClose: () => void }

/** Where a score comes from: the formula, each input, who said it when; and the place to say another. */
export function InputsDrawer({ data, line, mayWrite, onClose }: InputsDrawerProps) {
  return (
    <Drawer isOpen onClose={onClose} title={`W-${line.number} ${line.title}`}>
      <div className="flex flex-col gap-5 p-5">
        <section className="flex flex-col gap-1">
          <p className="text-2xl font-semibold tabular">{scoreWords(line.score)}</p>
          {line.reason && <p className="text-ink-2">{line.reason}</p>}
          <p className="text-sm text-ink-3">{`${data.formula}, version ${data.model.version} of the model`}</p>
          {line.rank !== null && (
            <p className="text-sm text-ink-3">{`Rank ${line.rank} by score, place ${line.place} in the order`}</p>
          )}
        </section>
        <InputsForm key={line.id} data={data} line={line} mayWrite={mayWrite} />
      </div>
    </Drawer>
  )
}

const isEstimate = (line: RankedLine, name: string): boolean => line.inputs[name]?.by === 'its estimate'
const typedOf = (data: Ranking, line: RankedLine): Record<string, string> =>
  Object.fromEntries(
    data.inputs.map(({ name }) => [
      name,
      isEstimate(line, name) ? '' : (line.inputs[name]?.value.toString() ?? ''),
    ]),
  )
const numberOf = (typed: string): number | null =>
  typed.trim() === '' ? null : Number(typed.trim().replace(',', '.'))

function InputsForm({ data, line, mayWrite }: Omit<InputsDrawerProps, 'onClose'>) {
  const [was, setWas] = useState(() => typedOf(data, line))
  const [typed, setTyped] = useState(was)
  const [problem, setProblem] = useState('')
  const say = useCommand(priorities.say, { isQuiet: true, alsoRefresh: ['work'] })
  const changed = data.inputs.filter(({ name }) => typed[name] !== was[name]).map((one) => one.name)
  const wrong = changed.find((name) => Number.isNaN(numberOf(typed[name] ?? '')))
  const pick = (from: Record<string, string>) =>
    Object.fromEntries(changed.map((name) => [name, numberOf(from[name] ?? '')]))
  const save = async () => {
    if (wrong) return setProblem(`“${typed[wrong]}” under “${wrong}” is not a number. Write it like 2.5.`)
    try {
      const { before } = await say.attempt({ items: [{ id: line.id, inputs: pick(typed), was: pick(was) }] })
      setWas(typed)
      setProblem('')
      toast('Said', { undo: () => void say.run({ items: before }) })
    } catch (error) {
      setProblem(sentence(error))
    }
  }
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {data.inputs.map(({ name, hint }) => (
        <div key={name} className="flex flex-col gap-1">
          <Field label={name} hint={hint}>
            <Input
              inputMode="decimal"
              className="tabular"
              readOnly={!mayWrite}
              value={typed[name] ?? ''}
              onChange={(value) => setTyped((before) => ({ ...before, [name]: value }))}
            />
          </Field>
          <SaidBy line={line} name={name} />
        </div>
      ))}
      {problem && <Notice tone="bad">{problem}</Notice>}
      {mayWrite && (
        <span>
          <Button look="primary" type="submit" disabled={changed.length === 0} isBusy={say.isRunning}>
            Save
          </Button>
        </span>
      )}
    </form>
  )
}

function SaidBy({ line, name }: { line: RankedLine; name: string }) {
  const said = line.inputs[name]
  if (!said) return null
  return (
    <p className="text-sm text-ink-3">
      {isEstimate(line, name) ? `${said.value} by the estimate of the item` : `${said.by}, `}
      {!isEstimate(line, name) && <When at={said.at} />}
    </p>
  )
}
