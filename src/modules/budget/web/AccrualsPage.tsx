import { CalendarClock } from 'lucide-react'
import { useState } from 'react'
import type { Out } from '../../../kernel/contract.ts'
import { Page } from '../../../ui/kit/Page.tsx'
import { locale } from '../../../ui/messages/index.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Select } from '../../../ui/parts/Select.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { budget } from '../contract.ts'
import { AccrualTable, ExpectedTable } from './AccrualTables.tsx'
import { Accrue } from './Accrue.tsx'
import { monthName } from './words.ts'

type Shown = Out<typeof budget.accruals>

/** The end of a month: what was delivered and not invoiced, accrued and still to accrue. */
export default function AccrualsPage() {
  const [month, setMonth] = useUrl('month')
  const [isOpen, open] = useState(false)
  const asked = useQuery(budget.accruals, month ? { month } : {})
  const mayBook = useCan()('budget:invoice')
  const { data } = asked
  return (
    <Page
      title="Accruals"
      description="What was delivered and not invoiced, by month. The invoice takes its accrual back, so that nothing counts twice."
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
      actions={mayBook && data?.year && <Button onClick={() => open(true)}>Accrue by hand</Button>}
      empty={
        data?.year === null && {
          icon: <CalendarClock size={24} />,
          children: 'There is no budget yet. Open the fiscal year first.',
        }
      }
    >
      {() =>
        data?.year && (
          <>
            <MonthEnd data={data} onMonth={setMonth} />
            <Card title={`Accrued in ${data.year.label}`} hint="Open is what no invoice has taken back yet.">
              <AccrualTable items={data.items} />
            </Card>
            {isOpen && <Accrue months={data.year.months} month={data.month} onClose={() => open(false)} />}
          </>
        )
      }
    </Page>
  )
}

function MonthEnd({ data, onMonth }: { data: Shown; onMonth: (month: string) => void }) {
  const accrue = useCommand(budget.accrueExpected)
  const mayBook = useCan()('budget:invoice')
  const year = data.year!
  const month = data.month ?? year.months[0]!
  const all = async () => {
    const answer = await accrue.run({ year: year.id, month })
    if (answer) toast(answer.ids.length === 1 ? 'One order accrued' : `${answer.ids.length} orders accrued`)
  }
  const options = year.months.map((value) => ({ value, label: monthName(value, locale()) }))
  return (
    <Card
      title="Month-end"
      hint="Open orders that were due by the end of the month, with what is neither invoiced nor accrued of them."
      actions={
        <>
          <Select label="Month" options={options} value={month} onChange={onMonth} />
          {mayBook && data.expected.length > 0 && (
            <Button look="primary" isBusy={accrue.isRunning} onClick={() => void all()}>
              Accrue all
            </Button>
          )}
        </>
      }
    >
      <ExpectedTable items={data.expected} />
    </Card>
  )
}
