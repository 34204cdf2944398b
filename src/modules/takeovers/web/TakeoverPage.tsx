import { useParams } from '@tanstack/react-router'
import { address } from '../../../kernel/client.ts'
import { download } from '../../../ui/format/save.ts'
import { Page } from '../../../ui/kit/Page.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { sentence, useCommand, useQuery } from '../../../ui/query.ts'
import { takeovers, type Understood } from '../contract.ts'
import { Columns } from './Columns.tsx'
import { Deeds } from './Deeds.tsx'
import { People, Stages, Target } from './Fits.tsx'
import { Sample } from './Sample.tsx'
import { Told } from './Told.tsx'
import { many } from './words.tsx'

/** How an export was understood, what may be said of it, and what came of it. */
export default function TakeoverPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data, isPending, error, refetch } = useQuery(takeovers.show, { id })
  return (
    <Page
      title={data?.name ?? 'Takeover'}
      crumbs={[{ title: 'Take over', path: '/work/takeovers' }]}
      isLoading={isPending}
      error={error}
      onRetry={() => void refetch()}
      actions={data && <Deeds one={data} />}
    >
      {() => data && <Whole one={data} />}
    </Page>
  )
}

function Whole({ one }: { one: Understood }) {
  const { attempt } = useCommand(takeovers.understand, { isQuiet: true })
  const say = async (said: object) => {
    await attempt({ id: one.id, version: one.version, ...said }).catch((error) =>
      toast(sentence(error), { tone: 'bad' }),
    )
  }
  return (
    <div className="flex flex-col gap-4">
      <Told one={one} />
      {one.state === 'ready' && <Target one={one} say={say} />}
      {one.state === 'ready' && one.columns && <Columns one={one} say={say} />}
      {one.state === 'ready' && one.stages.length > 0 && <Stages one={one} say={say} />}
      {one.state === 'ready' && one.people.length > 0 && <People one={one} say={say} />}
      <Sample one={one} />
      {one.rejects.total > 0 && <Rejects one={one} />}
    </div>
  )
}

function Rejects({ one }: { one: Understood }) {
  return (
    <Card
      title={`${many(one.rejects.total, 'row')} could not be read`}
      actions={
        <Button small onClick={() => void download(address(takeovers.rejects, { id: one.id }).url)}>
          Download them
        </Button>
      }
    >
      <ul className="list-disc pl-5">
        {one.rejects.first.map(({ row, why }) => (
          <li key={row}>
            Row {row}: {why}
          </li>
        ))}
      </ul>
    </Card>
  )
}
