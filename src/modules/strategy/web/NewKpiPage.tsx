import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { FormPage } from '../../../ui/form/FormPage.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { readPeriod } from '../../../ui/period/period.ts'
import { todayIn } from '../../../ui/period/usePeriod.ts'
import { useOrganisation } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { identity } from '../../identity/contract.ts'
import { metrics } from '../../metrics/contract.ts'
import { strategy } from '../contract.ts'
import { draftOf, KpiDraft, toAsked } from './kpi-draft.ts'
import { fieldsOf } from './kpi-fields.tsx'

/** A proposal; with `instead` in the address the one that is to take the place of a signed one. */
export default function NewKpiPage() {
  const navigate = useNavigate()
  const [instead] = useUrl('instead')
  const before = useQuery(strategy.kpi, { id: instead }, { isOn: instead !== '' })
  const catalogue = useQuery(metrics.catalogue, {})
  const people = useQuery(identity.people, {})
  const goals = useQuery(strategy.goals, { state: 'open' })
  const propose = useCommand(strategy.proposeKpi, { isQuiet: true, alsoRefresh: ['identity', 'trace'] })
  const { fiscal, timeZone } = useOrganisation()
  const [chosen, setChosen] = useState<Partial<KpiDraft> | null>(null)
  const year = readPeriod('this-year', todayIn(timeZone), fiscal)
  const initial = before.data
    ? draftOf(before.data)
    : { days: `${year.startsOn}..${year.endsOn}`, pathKind: 'straight' as const }
  const known = { ...initial, ...chosen }
  return (
    <FormPage
      id={`kpi-${instead || 'new'}`}
      title={before.data ? `Supersede “${before.data.name}”` : 'Propose a KPI agreement'}
      crumbs={[{ title: 'KPI agreements', path: '/kpis' }]}
      description={
        instead
          ? 'The signed one stays in force until both have signed this, and stays to be read after.'
          : 'The owner’s boss and the boss’s boss sign it. Then nobody can change it any more.'
      }
      isLoading={
        catalogue.isPending || people.isPending || goals.isPending || (instead !== '' && before.isPending)
      }
      error={catalogue.error ?? people.error ?? goals.error ?? before.error}
      schema={KpiDraft}
      initial={initial}
      fields={fieldsOf({
        known,
        onChoose: (more) => setChosen({ ...chosen, ...more }),
        metrics: catalogue.data?.items ?? [],
        people: people.data?.people ?? [],
        goals: goals.data?.items ?? [],
      })}
      saveLabel="Propose"
      cancelPath="/kpis"
      onSave={(draft) => propose.attempt(toAsked(draft, instead || undefined))}
      onSaved={({ id, signers }) => {
        toast('Proposed', {
          detail: `${signers.map((one) => one.person.name).join(' and ')} have it in their inbox.`,
        })
        void navigate({ to: `/kpis/${id}` })
      }}
    />
  )
}
