import { createRootRoute, createRoute, createRouter, Outlet, useNavigate } from '@tanstack/react-router'
import { type ComponentType, Suspense, useEffect, useState } from 'react'
import { PageSkeleton } from '../ui/kit/Page.tsx'
import type { Foresight, WebModule, WebRoute } from '../ui/module.ts'
import { SessionProvider, usePorts, useSession } from '../ui/port/Ports.tsx'
import { Fault, NotFound, Welcome } from './Fallbacks.tsx'
import { type Placed, routes } from './registry.ts'
import { Shell } from './shell/Shell.tsx'

const Root = () => (
  <SessionProvider>
    <Outlet />
  </SessionProvider>
)

/** Pages that have come, by how they are fetched. */
const here = new Map<Placed['page'], ComponentType>()

async function fetched({ page }: Placed): Promise<ComponentType> {
  const known = here.get(page)
  if (known) return known
  const { default: Content } = await page()
  here.set(page, Content)
  return Content
}

/** The page once it is there. Not by suspending: React would show the skeleton for 300 ms at least. */
function usePage(route: Placed): ComponentType | undefined {
  const [told, setTold] = useState<{ fault?: unknown }>({})
  useEffect(() => {
    let isLeft = false
    const tell = (news: typeof told) => isLeft || setTold(news)
    fetched(route).then(
      () => tell({}),
      (fault: unknown) => tell({ fault }),
    )
    return () => {
      isLeft = true
    }
  }, [route])
  if (told.fault) throw told.fault
  return here.get(route.page)
}

/** Lets nobody see a page without a session, where there is a module that knows sessions. */
function Guard({ route }: { route: Placed }) {
  const Content = usePage(route)
  const session = useSession()
  const { signInPath } = usePorts()
  const isClosed = !route.isPublic && signInPath !== undefined
  if (isClosed && session === undefined) return <Waiting />
  if (isClosed && session === null) return <ToSignIn path={signInPath()} />
  if (!Content) return <Waiting />
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

type Address = Parameters<NonNullable<WebRoute['foresee']>>[0]

/** What fails here fails again for the page, which says so. */
function foresee(route: Placed, address: { search: unknown; params: unknown }, ask: Foresight): void {
  fetched(route).catch(() => undefined)
  route.foresee?.(address as Address, ask).catch(() => undefined)
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
    declared.push({ path: '/', page: async () => ({ default: Welcome }), area: 'home' })
  }
  const place = (route: Placed, parent: typeof shell | typeof rootRoute) =>
    createRoute({
      getParentRoute: () => parent as typeof rootRoute,
      path: route.path,
      component: () => <Guard route={route} />,
      // Not waited for: the page is shown as soon as it can be.
      loader: ({ location, params }) => foresee(route, { search: location.search, params }, ask),
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
