import { useParams } from '@tanstack/react-router'
import { LayoutDashboard, Plus } from 'lucide-react'
import { useKeys } from '../../../ui/keys/useKeys.ts'
import { Page } from '../../../ui/kit/Page.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { metrics } from '../../metrics/contract.ts'
import type { Board } from '../contract.ts'
import { BoardMenu } from './BoardMenu.tsx'
import { TileForm } from './TileForm.tsx'
import { Tiles } from './Tiles.tsx'
import { type UseBoard, useBoard } from './useBoard.ts'
import { useTiles } from './useTiles.ts'

export default function DashboardPage() {
  const { id = '' } = useParams({ strict: false })
  return <Opened key={id} id={id} />
}

function Opened({ id }: { id: string }) {
  const use = useBoard(id)
  const hand = useTiles(use)
  const { asked, board } = use
  const catalogue = useQuery(metrics.catalogue, {})
  const [shown, show] = useUrl('tile')
  const mayChange = board?.whyNot.change === null
  useKeys({ c: () => show('new') }, { isOn: mayChange })
  const tile = hand.tiles.find((one) => one.id === shown)
  const items = catalogue.data?.items ?? []
  return (
    <>
      <Page
        hasPeriod
        title={board?.name ?? 'Dashboard'}
        crumbs={[{ title: 'Dashboards', path: '/dashboards' }]}
        description={board && <Said board={board} />}
        actions={board && <Actions use={use} board={board} onAdd={() => show('new')} />}
        isLoading={asked.isPending || catalogue.isPending}
        error={asked.error ?? catalogue.error}
        onRetry={() => void (asked.error ? asked.refetch() : catalogue.refetch())}
        empty={
          hand.tiles.length === 0 && {
            icon: <LayoutDashboard size={24} />,
            children: mayChange
              ? 'Nothing is on it yet. Put the first figure here.'
              : 'Nothing is on it yet.',
            action: mayChange && (
              <Button look="primary" icon={<Plus size={14} />} onClick={() => show('new')}>
                Add a tile
              </Button>
            ),
          }
        }
      >
        {() => <Tiles hand={hand} items={items} mayChange={mayChange} onEdit={(one) => show(one.id)} />}
      </Page>
      {board && mayChange && (tile || shown === 'new') && (
        <TileForm
          key={shown}
          use={use}
          board={board}
          tile={tile ?? null}
          items={items}
          dimensions={catalogue.data?.dimensions ?? []}
          onClose={() => show('')}
        />
      )}
    </>
  )
}

const Said = ({ board }: { board: Board }) => (
  <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
    {board.description}
    <Badge>{board.sharedWith}</Badge>
    <span className="text-ink-3">{`by ${board.owner.name}`}</span>
  </span>
)

const Actions = ({ use, board, onAdd }: { use: UseBoard; board: Board; onAdd: () => void }) => (
  <>
    {board.whyNot.change === null && (
      <Button icon={<Plus size={14} />} onClick={onAdd}>
        Add a tile
      </Button>
    )}
    <BoardMenu use={use} board={board} />
  </>
)
