import { useNavigate } from '@tanstack/react-router'
import { Page } from '../../../ui/kit/Page.tsx'
import { useCommand } from '../../../ui/query.ts'
import { cases } from '../contract.ts'
import { CaseForm } from './CaseForm.tsx'

export default function NewCasePage() {
  const navigate = useNavigate()
  const make = useCommand(cases.make, { isQuiet: true })
  return (
    <Page
      isNarrow
      title="New case"
      crumbs={[{ title: 'Cases', path: '/cases' }]}
      description="What an initiative brings, saves and costs. Link it to its goal or campaign afterwards."
    >
      <CaseForm
        id="case-new"
        initial={{ years: 3, low: 70, high: 120, over: 20, confidence: 60 }}
        onSave={({ reason: _, ...said }) => make.attempt(said)}
        onSaved={({ id }) => void navigate({ to: `/cases/${id}` })}
        onCancel={() => void navigate({ to: '/cases' })}
      />
    </Page>
  )
}
