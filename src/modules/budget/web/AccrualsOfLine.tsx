import { useState } from 'react'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { budget, type Line, type Year } from '../contract.ts'
import { AccrualTable } from './AccrualTables.tsx'
import { Accrue } from './Accrue.tsx'

/** What was delivered on a line and not invoiced yet. */
export function AccrualsOfLine({ line, year }: { line: Line; year: Year }) {
  const asked = useQuery(budget.accruals, { line: line.id })
  const [isOpen, open] = useState(false)
  const mayBook = useCan()('budget:invoice') && !line.isRemoved && !line.isPlaceholder
  const accrue = mayBook && year.state === 'approved' && <Button onClick={() => open(true)}>Accrue</Button>
  const items = asked.data?.items ?? []
  return (
    <Card
      title="Accruals"
      hint="Delivered and not invoiced. With actual they are what the months have cost."
      actions={accrue}
    >
      <FaceOf isLoading={asked.isPending} error={asked.error} onRetry={asked.refetch}>
        {() => <AccrualTable items={items} />}
      </FaceOf>
      {isOpen && (
        <Accrue
          months={year.months}
          month={asked.data?.month ?? null}
          line={line.id}
          onClose={() => open(false)}
        />
      )}
    </Card>
  )
}
