import { useParams } from '@tanstack/react-router'
import { ArrowLeft, Printer } from 'lucide-react'
import { dayIn } from '../../../methods/fiscal.ts'
import { minorDigits } from '../../../methods/money.ts'
import { moneyMinor } from '../../../ui/format/number.ts'
import { day } from '../../../ui/format/when.ts'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { ToneMark } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { useOrganisation } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useSearchParams } from '../../../ui/useUrl.ts'
import { type Bar, type Case, cases } from '../contract.ts'
import { Ends, Formulas, Parts } from './Numbers.tsx'
import { RemarkLine } from './Remarks.tsx'
import { queryOf, useTriedBar } from './useBar.ts'
import { Clears } from './words.tsx'

/** The case on one page of A4, to be printed and carried to the other desk. */
export default function SheetPage() {
  const { id = '' } = useParams({ strict: false })
  const search = useSearchParams()
  const at = Number(search.at)
  const asked = useQuery(cases.show, {
    id,
    ...useTriedBar(),
    ...(Number.isInteger(at) && at > 0 ? { at } : {}),
  })
  const { data } = asked
  return (
    <main className="mx-auto max-w-200 p-6 print:max-w-none print:p-0">
      <div className="mb-4 flex gap-2 print:hidden">
        <Button icon={<ArrowLeft size={14} />} to={`/cases/${id}?${queryOf(search)}`}>
          Back to the case
        </Button>
        <Button look="primary" icon={<Printer size={14} />} onClick={() => window.print()}>
          Print
        </Button>
      </div>
      <FaceOf isLoading={asked.isPending} error={asked.error} onRetry={asked.refetch}>
        {() => data && <Sheet one={data.case} bar={data.bar} />}
      </FaceOf>
    </main>
  )
}

function Sheet({ one, bar }: { one: Case; bar: Bar }) {
  const { name: organisation, timeZone } = useOrganisation()
  const { currency } = one.body
  const unit = minorDigits(currency) > 0 ? currency : `${currency}, whole units`
  return (
    <article className="flex flex-col gap-3 text-sm">
      <header className="flex items-start gap-4">
        <div className="flex-1">
          <h1 className="text-xl font-semibold">{one.name}</h1>
          <p className="text-ink-2">
            {`${organisation}. Version ${one.version} by ${one.changedBy}, ${day(dayIn(timeZone, new Date(one.changedAt)))}.${one.initiative ? ` Serves ${one.initiative.name}.` : ''} In ${unit}.`}
          </p>
        </div>
        <Clears one={one} />
      </header>
      {one.body.problem && <p className="line-clamp-6">{one.body.problem}</p>}
      <section>
        <h2 className="font-semibold">
          {`The bar: ${moneyMinor(bar.value, currency)} of value, ROI of ${(bar.roi * 100).toFixed(0)} %, payback within ${bar.paybackMonths} months; discount rate ${(bar.rate * 100).toFixed(1)} %`}
        </h2>
        <ul className="mt-1">
          {one.reckoned.checks.map(({ of, clears, says }) => (
            <li key={of} className="flex items-center gap-1.5">
              <ToneMark tone={clears ? 'good' : 'bad'} />
              {says}
            </li>
          ))}
        </ul>
        <p className="mt-1 font-medium">{one.reckoned.says}</p>
      </section>
      <section className="[&_td]:h-6">
        <h2 className="font-semibold">Range</h2>
        <Ends one={one} isPlain />
      </section>
      <section className="[&_td]:h-6">
        <h2 className="font-semibold">By year</h2>
        <Parts one={one} isPlain />
      </section>
      <section>
        <h2 className="font-semibold">Signed</h2>
        <ul className="flex flex-col gap-1">
          {one.remarks
            .filter(({ version }) => version === one.version)
            .slice(0, 6)
            .map((remark) => (
              <RemarkLine key={remark.id} remark={remark} now={one.version} isOnPaper />
            ))}
        </ul>
        <div className="mt-6 grid grid-cols-2 gap-10 text-ink-3">
          <p className="border-t border-line-strong pt-1">CMO, date</p>
          <p className="border-t border-line-strong pt-1">CIO, date</p>
        </div>
      </section>
      <Formulas />
    </article>
  )
}
