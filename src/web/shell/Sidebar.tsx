import { Link } from '@tanstack/react-router'
import {
  ChartNoAxesCombined,
  ChevronDown,
  ClipboardList,
  Compass,
  Database,
  FileText,
  House,
  Layers,
  Map as MapIcon,
  PanelLeftClose,
  PanelLeftOpen,
  Search,
  Settings,
  Users,
  Wallet,
} from 'lucide-react'
import { cx } from '../../ui/classes.ts'
import { useRemembered } from '../../ui/look/theme.ts'
import { t } from '../../ui/messages/index.ts'
import type { Area, NavItem } from '../../ui/module.ts'
import { IconButton } from '../../ui/parts/Button.tsx'
import { Drawer } from '../../ui/parts/Drawer.tsx'
import { Kbd } from '../../ui/parts/Kbd.tsx'
import { Tooltip } from '../../ui/parts/Tooltip.tsx'
import { useOrganisation } from '../../ui/port/Ports.tsx'
import type { AreaNav } from '../registry.ts'
import { Mark } from './Mark.tsx'

const icons: Record<Area, NonNullable<NavItem['icon']>> = {
  home: House,
  vision: Compass,
  plan: MapIcon,
  money: Wallet,
  work: ClipboardList,
  performance: ChartNoAxesCombined,
  data: Database,
  stack: Layers,
  team: Users,
  reports: FileText,
  settings: Settings,
}

type SidebarProps = {
  nav: AreaNav[]
  isFolded: boolean
  onFold: (isFolded: boolean) => void
  onSearch: () => void
}

export function Sidebar({ nav, isFolded, onFold, onSearch }: SidebarProps) {
  const { name } = useOrganisation()
  return (
    <aside className={cx('flex shrink-0 flex-col narrow:hidden', isFolded ? 'w-13 items-center' : 'w-56')}>
      <div className={cx('flex h-14 w-full items-center gap-2', isFolded ? 'justify-center' : 'pr-2 pl-4')}>
        <Mark />
        {!isFolded && <span className="min-w-0 flex-1 truncate font-semibold">{name}</span>}
        {!isFolded && (
          <IconButton label={t('shell.collapse')} keys="[" small onClick={() => onFold(true)}>
            <PanelLeftClose size={16} />
          </IconButton>
        )}
      </div>
      {isFolded ? (
        <>
          <IconButton label={t('shell.expand')} keys="[" onClick={() => onFold(false)}>
            <PanelLeftOpen size={16} />
          </IconButton>
          <IconButton label={t('shell.search')} keys="mod+k" onClick={onSearch}>
            <Search size={16} />
          </IconButton>
        </>
      ) : (
        <button
          type="button"
          onClick={onSearch}
          className="mx-2 mb-2 flex h-(--control) items-center gap-2 rounded-md border border-line bg-surface px-2 text-ink-3 hover:border-line-strong hover:text-ink-2"
        >
          <Search size={14} aria-hidden="true" />
          <span className="flex-1 text-left">{t('shell.search')}</span>
          <Kbd keys="mod+k" />
        </button>
      )}
      <Areas nav={nav} isFolded={isFolded} />
    </aside>
  )
}

export function SidebarSheet({
  nav,
  isOpen,
  onClose,
}: {
  nav: AreaNav[]
  isOpen: boolean
  onClose: () => void
}) {
  const { name } = useOrganisation()
  return (
    <Drawer side="left" isOpen={isOpen} onClose={onClose} title={name}>
      <div className="py-2">
        <Areas nav={nav} isFolded={false} onGo={onClose} />
      </div>
    </Drawer>
  )
}

function Areas({ nav, isFolded, onGo }: { nav: AreaNav[]; isFolded: boolean; onGo?: () => void }) {
  return (
    <nav
      aria-label={t('shell.areas')}
      className="quiet-scroll flex min-h-0 w-full flex-1 flex-col overflow-y-auto px-2 pb-4"
    >
      {nav.map((area) => (
        <AreaGroup key={area.area} area={area} isFolded={isFolded} onGo={onGo} />
      ))}
    </nav>
  )
}

function AreaGroup({ area, isFolded, onGo }: { area: AreaNav; isFolded: boolean; onGo?: () => void }) {
  const [state, setState] = useRemembered(`nav.${area.area}`, 'open')
  const isOpen = state === 'open'
  const isAlone = area.items.length === 1
  if (isFolded || isAlone) {
    return (
      <div className="mt-3 flex flex-col first:mt-0">
        {area.items.map((item) => (
          <Item key={item.path} item={item} area={area} isFolded={isFolded} onGo={onGo} />
        ))}
      </div>
    )
  }
  return (
    <div className="mt-3">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setState(isOpen ? 'folded' : 'open')}
        className="flex h-6 w-full items-center gap-1 rounded-sm px-2 text-sm font-medium text-ink-3 hover:text-ink"
      >
        {area.title}
        <ChevronDown
          size={12}
          className={cx('transition-transform', !isOpen && '-rotate-90')}
          aria-hidden="true"
        />
      </button>
      {isOpen &&
        area.items.map((item) => (
          <Item key={item.path} item={item} area={area} isFolded={false} onGo={onGo} />
        ))}
    </div>
  )
}

type ItemProps = { item: NavItem; area: AreaNav; isFolded: boolean; onGo?: () => void }

/** A page that others stand beneath is open only when it is itself. */
const isAbove = (path: string, { items }: AreaNav): boolean =>
  path === '/' || items.some((one) => one.path.startsWith(`${path}/`))

function Item({ item, area, isFolded, onGo }: ItemProps) {
  const Icon = item.icon ?? icons[area.area]
  const link = (
    <Link
      to={item.path}
      onClick={onGo}
      aria-label={isFolded ? item.title : undefined}
      activeOptions={{ exact: isAbove(item.path, area), includeSearch: false }}
      search={((old: Record<string, unknown>) => ({ period: old.period, compare: old.compare })) as never}
      className={cx(
        'group flex h-(--control-small) shrink-0 items-center gap-2 rounded-md text-ink-2 hover:bg-hover hover:text-ink',
        'data-[status=active]:bg-press data-[status=active]:font-medium data-[status=active]:text-ink',
        isFolded ? 'w-full justify-center' : 'px-2',
      )}
    >
      <Icon size={16} />
      {!isFolded && <span className="min-w-0 flex-1 truncate">{item.title}</span>}
    </Link>
  )
  if (!isFolded) return link
  return (
    <Tooltip text={item.title} keys={item.key && `g ${item.key}`} side="right">
      {link}
    </Tooltip>
  )
}
