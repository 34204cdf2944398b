import { useNavigate } from '@tanstack/react-router'
import { ArrowLeft, ArrowRight, ChartColumn, Ellipsis, Pencil, Sigma, Trash2 } from 'lucide-react'
import type { Format } from '../../../engine/format.ts'
import { exportItems } from '../../../ui/kit/Exports.tsx'
import { IconButton } from '../../../ui/parts/Button.tsx'
import { Menu, type MenuItem } from '../../../ui/parts/Menu.tsx'
import { useSearchParams } from '../../../ui/useUrl.ts'
import { writeWhere } from '../../../ui/where/where.ts'
import type { Tile } from '../contract.ts'

/** What can be done to a tile by those who may change the dashboard. */
export type Deeds = { edit: () => void; move: (by: number) => void; resize: () => void; remove: () => void }
type TileMenuProps = { tile: Tile; deeds: Deeds | null; onExport?: (format: Format) => void }

export function TileMenu({ tile, deeds, onExport }: TileMenuProps) {
  const looking = useLooking(tile)
  const taking: MenuItem[] = onExport ? ['line', { heading: 'Export' }, ...exportItems(onExport)] : []
  return (
    <Menu align="end" items={[...looking, ...taking, ...(deeds ? changing(tile, deeds) : [])]}>
      <IconButton small label={`More about ${tile.title ?? tile.metric.replaceAll('_', ' ')}`}>
        <Ellipsis size={14} />
      </IconButton>
    </Menu>
  )
}

/** The same question elsewhere, for the same period. */
function useLooking(tile: Tile): MenuItem[] {
  const navigate = useNavigate()
  const { period, compare } = useSearchParams()
  const go = (to: string, search: Record<string, string | undefined>) =>
    void navigate({ to, search: { period, compare, ...search } as never })
  const asked = {
    metrics: tile.metric,
    by: tile.by ?? undefined,
    grain: tile.view === 'trend' ? (tile.grain ?? 'month') : undefined,
    where: tile.where.length > 0 ? writeWhere(tile.where) : undefined,
  }
  return [
    {
      label: 'Open in Explore',
      icon: <ChartColumn size={14} />,
      onSelect: () => go('/metrics/explore', asked),
    },
    {
      label: 'About this metric',
      icon: <Sigma size={14} />,
      onSelect: () => go(`/metrics/${tile.metric}`, {}),
    },
  ]
}

const changing = (tile: Tile, deeds: Deeds): MenuItem[] => [
  'line',
  { label: 'Edit…', icon: <Pencil size={14} />, onSelect: deeds.edit },
  { label: 'Move earlier', icon: <ArrowLeft size={14} />, keys: 'alt+←', onSelect: () => deeds.move(-1) },
  { label: 'Move later', icon: <ArrowRight size={14} />, keys: 'alt+→', onSelect: () => deeds.move(1) },
  { label: tile.size === 1 ? 'Make it two columns wide' : 'Make it one column wide', onSelect: deeds.resize },
  'line',
  { label: 'Remove', icon: <Trash2 size={14} />, onSelect: deeds.remove, isDangerous: true },
]
