import { Money } from '../../../ui/format/Values.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'

type ByMonthProps = { minor: number[]; monthsOn: string[]; currency: string }
type Row = { month: string; minor: number }

/** An amount by the months of its fiscal year, and their sum. */
export const ByMonth = ({ minor, monthsOn, currency }: ByMonthProps) => (
  <DataTable<Row>
    caption="By month"
    maxHeight={180}
    rows={monthsOn
      .map((month, at) => ({ month: month.slice(0, 7), minor: minor[at] ?? 0 }))
      .filter((one) => one.minor !== 0)}
    rowId={(one) => one.month}
    columns={[
      { id: 'month', title: 'Month', value: (one) => one.month },
      {
        ...{ id: 'minor', title: 'Amount', align: 'end', value: (one) => one.minor },
        cell: (one) => <Money minor={one.minor} currency={currency} />,
      },
    ]}
    footer={{
      month: 'Together',
      minor: <Money minor={minor.reduce((all, one) => all + one, 0)} currency={currency} />,
    }}
  />
)
