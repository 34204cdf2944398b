import { Page } from '../../../ui/kit/Page.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Progress } from '../../../ui/parts/Progress.tsx'
import { useQuery } from '../../../ui/query.ts'
import { demo } from '../contract.ts'
import { DemoPeople } from './DemoPeople.tsx'

const words = {
  none: 'There is no demo company here.',
  making: 'Writing three years of exports …',
  landing: 'Landing the files …',
  writing: 'Planning its budget, campaigns, goals and cases …',
  ready: 'The demo company is ready.',
  failed: 'The demo company could not be filled.',
}

export default function DemoPage() {
  const status = useQuery(demo.status, {}, { every: 1000 })
  const now = status.data
  const isWriting = now?.state === 'landing' && now.files > 0 && now.landed >= now.files
  const isGoing = now?.state === 'making' || now?.state === 'landing'
  return (
    <Page
      title="Demo company"
      isNarrow
      isLoading={status.isPending}
      error={status.error}
      onRetry={status.refetch}
    >
      {() =>
        now && (
          <div className="flex flex-col gap-4">
            <Card title={words[isWriting ? 'writing' : now.state]}>
              {isGoing && (
                <>
                  <Progress
                    label="Files landed"
                    done={Math.min(now.landed, now.files)}
                    total={now.files || null}
                  />
                  <p className="mt-3 text-ink-2">
                    It takes a few minutes in all. Sign in below and look around: the pages fill as it goes
                    on.
                  </p>
                </>
              )}
              {now.state === 'failed' && <p className="text-danger">{now.reason}</p>}
              {now.state === 'ready' && (
                <div className="flex flex-wrap gap-2">
                  <Button look="primary" to="/trajectory?period=all">
                    See the trajectory
                  </Button>
                  <Button to="/funnel?period=all">See the funnel</Button>
                  <Button to="/imports">See the files it came from</Button>
                </div>
              )}
            </Card>
            {now.people.length > 0 && <DemoPeople people={now.people} password={now.password ?? ''} />}
          </div>
        )
      }
    </Page>
  )
}
