import { Link, useMatches } from '@tanstack/react-router'
import { Bell, ChevronRight, Menu as MenuIcon, Search } from 'lucide-react'
import { cx } from '../../ui/classes.ts'
import { type Crumb, useHere } from '../../ui/kit/here.ts'
import { t } from '../../ui/messages/index.ts'
import { buttonClass, IconButton } from '../../ui/parts/Button.tsx'
import { PeriodPicker } from '../../ui/period/PeriodPicker.tsx'
import { usePorts } from '../../ui/port/Ports.tsx'
import { type AreaNav, areaTitle } from '../registry.ts'
import { UserMenu } from './UserMenu.tsx'

type TopBarProps = { nav: AreaNav[]; onNav: () => void; onSearch: () => void; onKeys: () => void }

export function TopBar({ nav, onNav, onSearch, onKeys }: TopBarProps) {
  const here = useHere()
  return (
    <header className="flex h-(--topbar) shrink-0 items-center gap-1 border-b border-line pr-3 pl-(--gutter) narrow:pl-2">
      <IconButton label={t('shell.openNav')} onClick={onNav} className="min-[641px]:hidden">
        <MenuIcon size={16} />
      </IconButton>
      <Crumbs nav={nav} />
      {here?.hasPeriod && <PeriodPicker />}
      <IconButton
        label={t('shell.searchOrRun')}
        keys="mod+k"
        onClick={onSearch}
        className="min-[641px]:hidden"
      >
        <Search size={16} />
      </IconButton>
      <InboxBell />
      <UserMenu onKeys={onKeys} />
    </header>
  )
}

function Crumbs({ nav }: { nav: AreaNav[] }) {
  const here = useHere()
  const { area, title } = useMatches().at(-1)?.staticData ?? {}
  const isOnlyPage = area && (nav.find((group) => group.area === area)?.items.length ?? 0) < 2
  const above: Crumb[] = [
    ...(area && !isOnlyPage ? [{ title: areaTitle(area) }] : []),
    ...(here?.crumbs ?? []),
  ]
  const current = here?.title ?? title
  return (
    <nav aria-label={t('shell.breadcrumbs')} className="min-w-0 flex-1">
      <ol className="flex items-center gap-1 text-ink-3">
        {above.map((crumb) => (
          <li key={crumb.title} className="flex shrink-0 items-center gap-1 narrow:hidden">
            {crumb.path ? (
              <Link to={crumb.path} className="rounded-sm hover:text-ink">
                {crumb.title}
              </Link>
            ) : (
              crumb.title
            )}
            <ChevronRight size={12} aria-hidden="true" />
          </li>
        ))}
        {current && (
          <li aria-current="page" className="truncate font-medium text-ink">
            {current}
          </li>
        )}
      </ol>
    </nav>
  )
}

function InboxBell() {
  const { useInbox } = usePorts()
  return useInbox ? <Bellows useInbox={useInbox} /> : null
}

function Bellows({ useInbox }: { useInbox: () => { unread: number; path: string } }) {
  const { unread, path } = useInbox()
  return (
    <Link
      to={path}
      aria-label={t('shell.inbox', { n: unread })}
      className={cx(buttonClass('quiet', false, true), 'relative')}
    >
      <Bell size={16} />
      {unread > 0 && (
        <span className="absolute top-1.5 right-1.5 size-2 rounded-full border-2 border-surface bg-accent box-content" />
      )}
    </Link>
  )
}
