import { createRootRoute, createRoute, createRouter, Outlet, useNavigate } from '@tanstack/react-router'
import { Suspense, useEffect } from 'react'
import { PageSkeleton } from '../ui/kit/Page.tsx'
import type { Foresight, WebModule } from '../ui/module.ts'
import { SessionProvider, usePorts, useSession } from '../ui/port/Ports.tsx'
import { Fault, NotFound, Welcome } from './Fallbacks.tsx'
import { type Placed, routes } from './registry.ts'
import { Shell } from './shell/Shell.tsx'

const Root = () => (
  <SessionProvider>
    <Outlet />
  </SessionProvider>
)

/** Lets nobody see a page without a session, where there is a module that knows sessions. */
function Guard({ route }: { route: Placed }) {
  const Content = route.component
  const session = useSession()
  const { signInPath } = usePorts()
  const isClosed = !route.isPublic && signInPath !== undefined
  if (isClosed && session === undefined) return <Waiting />
  if (isClosed && session === null) return <ToSignIn path={signInPath()} />
  return (
    <Suspense fallback={<Waiting />}>
      <Content />
    </Suspense>
  )
}

/** Goes once: while the next page loads, this one is drawn again with the new address. */
function ToSignIn({ path }: { path: string }) {
  const navigate = useNavigate()
  // biome-ignore lint/correctness/useExhaustiveDependencies: leaving happens once
  useEffect(() => {
    const next = location.pathname + location.search
    void navigate({ to: path, search: { next } as never, replace: true })
  }, [])
  return <Waiting />
}

const Waiting = () => (
  <div className="px-(--gutter) py-6">
    <PageSkeleton />
  </div>
)

const read = (search: string) => Object.fromEntries(new URLSearchParams(search))
/** Plain text in, plain text out: URLs that people can read and write. */
function write(search: Record<string, unknown>): string {
  const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== '')
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
    .toString()
    .replaceAll('%2C', ',')
  return text ? `?${text}` : ''
}

export function createAppRouter(modules: WebModule[], ask: Foresight) {
  const rootRoute = createRootRoute({ component: Root, notFoundComponent: NotFound, errorComponent: Fault })
  const shell = createRoute({
    getParentRoute: () => rootRoute,
    id: 'shell',
    component: () => <Shell modules={modules} />,
    notFoundComponent: NotFound,
  })
  const declared = routes(modules)
  if (!declared.some((route) => route.path === '/')) {
    declared.push({ path: '/', component: Welcome, area: 'home' })
  }
  const place = (route: Placed, parent: typeof shell | typeof rootRoute) =>
    createRoute({
      getParentRoute: () => parent as typeof rootRoute,
      path: route.path,
      component: () => <Guard route={route} />,
      // Not waited for: the page is shown as soon as it can be.
      loader: ({ location }) => void route.foresee?.(location.search as Record<string, string>, ask),
      errorComponent: Fault,
      staticData: { area: route.area, title: route.title },
    })
  const framed = declared.filter((route) => route.chrome !== false).map((route) => place(route, shell))
  const bare = declared.filter((route) => route.chrome === false).map((route) => place(route, rootRoute))
  const lost = createRoute({ getParentRoute: () => shell, path: '$', component: NotFound })

  return createRouter({
    routeTree: rootRoute.addChildren([...bare, shell.addChildren([...framed, lost])]),
    parseSearch: read,
    stringifySearch: write,
    scrollRestoration: true,
    defaultPreload: false,
  })
}

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    area?: import('../ui/module.ts').Area
    title?: string
  }
}
