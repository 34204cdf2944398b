import type { ComponentType, LazyExoticComponent } from 'react'
import type { Ports } from './port/Ports.tsx'
import type { Question } from './query.ts'

export type Area =
  | 'home'
  | 'vision'
  | 'plan'
  | 'money'
  | 'work'
  | 'performance'
  | 'data'
  | 'stack'
  | 'team'
  | 'reports'
  | 'settings'

export type PageComponent = ComponentType | LazyExoticComponent<ComponentType>

/** Asks ahead; what a page asks later under the same key is answered by it. */
export type Foresight = (...questions: Question[]) => void
type Address = { search: Record<string, string>; params: Record<string, string> }

export type WebRoute = {
  /** `/imports/$id`; the page reads `$id` with `useParams()`. */
  path: string
  /** The default export of its file, fetched when it is first opened. */
  page: () => Promise<{ default: ComponentType }>
  /** Asks what the page will ask, by its address, while the page itself is on its way. */
  foresee?: (address: Address, ask: Foresight) => Promise<void>
  /** Printed in the breadcrumbs until the page sets its own. */
  title?: string
  /** `false` shows the page alone on the screen: sign-in, first run. */
  chrome?: false
  /** Reachable without a session. */
  isPublic?: true
}

export type NavItem = {
  title: string
  path: string
  icon?: ComponentType<{ size?: number | string }>
  /** `g` then this letter goes there. */
  key?: string
  /** Only shown with this permission, or with one of these. */
  permission?: string | readonly string[]
  /** Not shown with this one: its holders have a wider page of the same. */
  unless?: string
}

export type Command = {
  title: string
  /** Opens a page, runs something, or both. */
  path?: string
  run?: () => void
  keys?: string
  icon?: ComponentType<{ size?: number | string }>
  /** Listed under Create, and offered by `c`. */
  isCreate?: boolean
  permission?: string | readonly string[]
  /** Other words people may type for it. */
  words?: string
}

/** Keys of a page, as `?` lists them. */
export type KeyGroup = { title: string; rows: { keys: string; does: string }[] }

/** What a module shows: its `web/index.ts` exports one, `src/web/areas.ts` lists them. */
export type WebModule = {
  id: string
  area: Area
  nav?: NavItem[]
  routes?: WebRoute[]
  commands?: Command[]
  /** Keys of its pages. */
  keys?: KeyGroup[]
  /** Stand on every page, unseen until they are needed: a dialog that any page may open. */
  overlays?: PageComponent[]
  /** Modules whose changes this one shows: their news refetch its queries, too. */
  refreshOn?: string[]
  /** Fills what the shell and the kits ask for without knowing the module. */
  provides?: Partial<Ports>
}
