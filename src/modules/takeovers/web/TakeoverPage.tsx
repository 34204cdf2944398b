import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { address } from '../../../kernel/client.ts'
import { download } from '../../../ui/format/save.ts'
import { Page } from '../../../ui/kit/Page.tsx'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Confirm } from '../../../ui/parts/Dialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { sentence, useCommand, useQuery } from '../../../ui/query.ts'
import { takeovers, type Understood } from '../contract.ts'
import { Columns } from './Columns.tsx'
import { People, Stages, Target } from './Fits.tsx'
import { Sample } from './Sample.tsx'
import { many, State, sourceTitles } from './words.tsx'

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

function Told({ one }: { one: Understood }) {
  const { counts, receipt } = one
  const of = `${sourceTitles[one.source]}, ${one.fileName}`
  return (
    <Card>
      <div className="flex flex-wrap items-center gap-2">
        <State state={one.state} />
        <span className="text-ink-2">{of}</span>
      </div>
      <p className="mt-2">
        {receipt
          ? `${many(receipt.added, 'item')} came in with ${many(receipt.checks, 'line')} of checklists, ${many(receipt.comments, 'comment')} and ${many(receipt.moves, 'move')}; ${receipt.known} were here already, ${many(receipt.rejected, 'row')} could not be read. ${many(receipt.people.found, 'person', 'people')} found, ${receipt.people.unknown} not.`
          : `${many(counts.items, 'item')}, ${many(counts.checklists, 'checklist')}, ${many(counts.comments, 'comment')}, ${many(counts.moves, 'move')} between columns. ${counts.known > 0 ? `${counts.known} are here already and stay as they are.` : 'Nothing of it is here yet.'}`}
      </p>
      {one.board && one.state === 'landed' && (
        <p className="mt-2">
          On the board{' '}
          <Link to={`/work/boards/${one.board.id}`} className="text-accent-ink underline">
            {one.board.name}
          </Link>
        </p>
      )}
      {one.state === 'ready' && counts.items === 0 && (
        <div className="mt-2">
          <Notice tone="warn">No column of titles was found. Say below which column holds them.</Notice>
        </div>
      )}
    </Card>
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

function Deeds({ one }: { one: Understood }) {
  const land = useCommand(takeovers.land, { alsoRefresh: ['work'] })
  const undo = useCommand(takeovers.undo, { isQuiet: true, alsoRefresh: ['work'] })
  const [why, ask] = useState<string | null>(null)
  const takeOut = async (evenIfChanged: boolean) => {
    try {
      await undo.attempt({ id: one.id, evenIfChanged })
      ask(null)
      toast(`${one.name} is undone: nothing of it is left.`)
    } catch (error) {
      if (evenIfChanged) toast(sentence(error), { tone: 'bad' })
      else ask(sentence(error))
    }
  }
  if (one.state === 'ready')
    return (
      <Button
        look="primary"
        isBusy={land.isRunning}
        disabled={one.counts.items === one.counts.known}
        onClick={() => void land.run({ id: one.id, version: one.version })}
      >
        {`Land ${many(one.counts.items - one.counts.known, 'item')}`}
      </Button>
    )
  if (one.state === 'undone') return null
  return (
    <>
      <Button isBusy={undo.isRunning} onClick={() => void takeOut(false)}>
        Undo
      </Button>
      <Confirm
        isOpen={why !== null}
        onClose={() => ask(null)}
        title="Undo it all the same?"
        verb="Undo"
        isDangerous
        onConfirm={() => void takeOut(true)}
      >
        {why}
      </Confirm>
    </>
  )
}
