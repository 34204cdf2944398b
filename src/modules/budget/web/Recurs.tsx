import { useState } from 'react'
import { Money } from '../../../ui/format/Values.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { locale } from '../../../ui/messages/index.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { budget, type Line, type Recurrence, type Year } from '../contract.ts'
import { ChangeAmount } from './ChangeAmount.tsx'
import { Recur } from './Recur.tsx'
import { monthName } from './words.ts'

const everyWords = { month: 'Every month', quarter: 'Every quarter', year: 'Every year' }

/** How a line recurs, and what was typed for one month alone. */
export function Recurs({ line, year }: { line: Line; year: Year }) {
  const asked = useQuery(budget.recurrence, { id: line.id })
  const [show, setShow] = useState<'set' | 'change' | null>(null)
  const mayWrite = useCan()('budget:write') && !line.isRemoved
  const said = asked.data?.recurrence ?? null
  const onClose = () => setShow(null)
  return (
    <Card
      title="Recurs"
      hint="An amount that comes again makes the months of the forecast, and of the plan while it is in draft."
      actions={
        mayWrite &&
        asked.data &&
        (said ? (
          <Verbs line={line} onShow={setShow} />
        ) : (
          <Button onClick={() => setShow('set')}>Let it recur</Button>
        ))
      }
    >
      <FaceOf isLoading={asked.isPending} error={asked.error} onRetry={asked.refetch}>
        {() =>
          said ? (
            <Said said={said} line={line} year={year} apart={asked.data?.apart ?? []} />
          ) : (
            <p className="text-ink-2">This line does not recur: its months are typed.</p>
          )
        }
      </FaceOf>
      {show === 'set' && <Recur line={line} year={year} said={said} onClose={onClose} />}
      {show === 'change' && said && <ChangeAmount line={line} year={year} said={said} onClose={onClose} />}
    </Card>
  )
}

function Verbs({ line, onShow }: { line: Line; onShow: (show: 'set' | 'change') => void }) {
  const set = useCommand(budget.setRecurrence)
  const end = async () => {
    const answer = await set.run({ id: line.id, version: line.version, recurrence: null })
    if (answer) toast('It recurs no more', { undo: () => void set.run(answer.undo) })
  }
  return (
    <>
      <Button onClick={() => onShow('change')}>Change the amount</Button>
      <Button onClick={() => onShow('set')}>Change how it recurs</Button>
      <Button look="quiet" isBusy={set.isRunning} onClick={() => void end()}>
        End
      </Button>
    </>
  )
}

type SaidProps = { said: Recurrence; line: Line; year: Year; apart: number[] }

function Said({ said, line, year, apart }: SaidProps) {
  const name = (month: string) => monthName(month, locale())
  return (
    <div className="flex flex-col gap-1">
      <p>
        {`${everyWords[said.every]} from ${name(said.startsOn)}${said.endsOn ? ` to ${name(said.endsOn)}` : ', without an end'}`}
        {said.rises !== 0 &&
          `, ${said.rises > 0 ? 'rising' : 'falling'} ${Math.abs(said.rises) / 100} % a year`}
      </p>
      <ul className="text-ink-2">
        {said.steps.map((step) => (
          <li key={step.from}>
            <Money minor={step.minor} currency={line.currency} />
            {` from ${name(step.from)} on`}
          </li>
        ))}
      </ul>
      {apart.length > 0 && (
        <p className="text-sm text-ink-3">
          {`Typed for themselves in the forecast, and left alone: ${apart.map((at) => name(year.months[at]!)).join(', ')}.`}
        </p>
      )}
    </div>
  )
}
