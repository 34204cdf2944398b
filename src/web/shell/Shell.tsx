import { Outlet, useLocation } from '@tanstack/react-router'
import { WifiOff } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { DropAnywhere } from '../../ui/kit/DropAnywhere.tsx'
import { useHere } from '../../ui/kit/here.ts'
import { useLive } from '../../ui/live.ts'
import { useRemembered } from '../../ui/look/theme.ts'
import { t } from '../../ui/messages/index.ts'
import type { WebModule } from '../../ui/module.ts'
import { leaveBadNews } from '../../ui/parts/Toast.tsx'
import { useCan, usePorts, useSession } from '../../ui/port/Ports.tsx'
import { commands, dependents, keyGroups, navigation } from '../registry.ts'
import { Palette } from './Palette.tsx'
import { Sidebar, SidebarSheet } from './Sidebar.tsx'
import { TopBar } from './TopBar.tsx'
import { type Opened, useShellKeys } from './useShellKeys.ts'

const KeysHelp = lazy(() => import('./KeysHelp.tsx'))

export function Shell({ modules }: { modules: WebModule[] }) {
  const can = useCan()
  const nav = navigation(modules, can)
  const known = commands(modules, can)
  const [opened, setOpened] = useState<Opened>(null)
  const [navState, setNavState] = useRemembered('nav', 'open')
  const isUp = useLive(Boolean(useSession()), dependents(modules))
  const main = useFocusOnNavigation()
  const close = () => setOpened(null)
  useShellKeys({
    nav,
    commands: known,
    opened,
    setOpened,
    toggleNav: () => setNavState(navState === 'open' ? 'folded' : 'open'),
  })

  return (
    <Dropping>
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-70 focus:rounded-md focus:bg-raised focus:px-3 focus:py-2 focus:shadow-2"
      >
        {t('shell.skip')}
      </a>
      <div className="flex h-full">
        <Sidebar
          nav={nav}
          isFolded={navState === 'folded'}
          onFold={(isFolded) => setNavState(isFolded ? 'folded' : 'open')}
          onSearch={() => setOpened('palette')}
        />
        <div className="flex min-w-0 flex-1 flex-col bg-surface min-[641px]:my-2 min-[641px]:mr-2 min-[641px]:rounded-lg min-[641px]:border min-[641px]:border-line min-[641px]:shadow-1">
          <TopBar
            nav={nav}
            onNav={() => setOpened('nav')}
            onSearch={() => setOpened('palette')}
            onKeys={() => setOpened('keys')}
          />
          {!isUp && <Offline />}
          <main
            id="main"
            ref={main}
            tabIndex={-1}
            aria-label={t('shell.main')}
            className="quiet-scroll min-h-0 flex-1 overflow-y-auto"
          >
            <Outlet />
          </main>
        </div>
      </div>
      <SidebarSheet nav={nav} isOpen={opened === 'nav'} onClose={close} />
      {(opened === 'palette' || opened === 'create') && (
        <Palette nav={nav} commands={known} onlyCreate={opened === 'create'} onClose={close} />
      )}
      <Suspense>
        {opened === 'keys' && (
          <KeysHelp nav={nav} commands={known} groups={keyGroups(modules, can)} onClose={close} />
        )}
      </Suspense>
      <Overlays modules={modules} />
      <Announcer />
    </Dropping>
  )
}

function Dropping({ children }: { children: React.ReactNode }) {
  const { useDroppedFiles } = usePorts()
  if (!useDroppedFiles) return children
  return <Receiver useFiles={useDroppedFiles}>{children}</Receiver>
}

function Receiver({
  useFiles,
  children,
}: {
  useFiles: () => (files: File[]) => void
  children: React.ReactNode
}) {
  return <DropAnywhere onFiles={useFiles()}>{children}</DropAnywhere>
}

/** After a change of page the keyboard is in the new page, not in the link that led to it. */
function useFocusOnNavigation() {
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    leaveBadNews()
    main.current?.focus({ preventScroll: true })
    main.current?.scrollTo({ top: 0 })
  }, [pathname])
  return main
}

const Overlays = ({ modules }: { modules: WebModule[] }) => (
  <Suspense>
    {modules.flatMap(({ id, overlays = [] }) =>
      // biome-ignore lint/suspicious/noArrayIndexKey: overlays of a module have no other name
      overlays.map((Overlay, at) => <Overlay key={`${id} ${at}`} />),
    )}
  </Suspense>
)

const Announcer = () => (
  <div aria-live="polite" className="sr-only">
    {useHere()?.title}
  </div>
)

const Offline = () => (
  <div
    role="status"
    className="flex items-center gap-2 border-b border-line bg-warn-soft px-4 py-1.5 text-sm text-warn"
  >
    <WifiOff size={14} aria-hidden="true" />
    {t('shell.offline')}
  </div>
)
