import { Page } from '../../../ui/kit/Page.tsx'
import { UrlFilter } from '../../../ui/list/UrlFilter.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { EmptyState } from '../../../ui/parts/Faces.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { type Finding, quality } from '../contract.ts'
import { FindingCard } from './FindingCard.tsx'
import { useMoving } from './useMoving.ts'

const severities = [
  { value: 'problem', label: 'Problems' },
  { value: 'warning', label: 'Warnings' },
  { value: 'info', label: 'Good to know' },
]

export default function FindingsPage() {
  const open = useQuery(quality.findings, { accepted: false })
  const all = useQuery(quality.findings, { accepted: true })
  const accepted = all.data?.items.filter((one) => one.accepted)
  const sources = [...new Set((all.data?.items ?? []).flatMap((one) => one.source ?? []))]
  return (
    <Page
      title="Findings"
      description="What is odd in the data, worst first, each with the rows behind it and a way to mend or accept it."
      tabs={[
        { value: 'open', label: 'Open', count: open.data?.items.length },
        { value: 'accepted', label: 'Accepted', count: accepted?.length },
      ]}
      isLoading={open.isPending || all.isPending}
      error={open.error ?? all.error}
      onRetry={() => void Promise.all([open.refetch(), all.refetch()])}
    >
      {(tab) => (
        <>
          <div className="flex flex-wrap gap-2">
            <UrlFilter name="severity" label="Severity" anyLabel="Any severity" options={severities} />
            {sources.length > 1 && (
              <UrlFilter
                name="source"
                label="Source"
                anyLabel="Any source"
                options={sources.map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
              />
            )}
          </div>
          <Findings
            items={(tab === 'accepted' ? accepted : open.data?.items) ?? []}
            isAccepted={tab === 'accepted'}
          />
        </>
      )}
    </Page>
  )
}

function Findings({ items, isAccepted }: { items: Finding[]; isAccepted: boolean }) {
  const [severity, setSeverity] = useUrl('severity')
  const [source, setSource] = useUrl('source')
  const list = useMoving()
  const shown = items.filter(
    (one) => (!severity || one.severity === severity) && (!source || one.source === source),
  )
  if (items.length === 0) {
    return (
      <EmptyState
        action={
          !isAccepted && (
            <Button look="primary" to="/imports">
              Import files
            </Button>
          )
        }
      >
        {isAccepted ? 'No finding has been accepted.' : 'Nothing is odd in what has been imported.'}
      </EmptyState>
    )
  }
  if (shown.length === 0) {
    const clear = () => {
      setSeverity('')
      setSource('')
    }
    return (
      <EmptyState action={<Button onClick={clear}>Show all</Button>}>No finding is like that.</EmptyState>
    )
  }
  return (
    <ul ref={list} className="flex flex-col gap-(--gap)">
      {shown.map((one) => (
        <li key={one.id}>
          <FindingCard finding={one} />
        </li>
      ))}
    </ul>
  )
}
