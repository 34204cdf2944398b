import type { Dependents } from '../ui/live.ts'
import { t } from '../ui/messages/index.ts'
import type { Area, Command, KeyGroup, NavItem, WebModule, WebRoute } from '../ui/module.ts'
import type { Ports } from '../ui/port/Ports.tsx'

const order: Area[] = [
  'home',
  'vision',
  'plan',
  'money',
  'work',
  'performance',
  'data',
  'stack',
  'team',
  'reports',
  'settings',
]

export type AreaNav = { area: Area; title: string; items: NavItem[] }
type Can = (permission: string | undefined) => boolean

const canAny = (can: Can, needed: NavItem['permission']): boolean =>
  typeof needed === 'object' ? needed.some(can) : can(needed)

export const areaTitle = (area: Area) => t(`area.${area}`)

/** Areas that have something to show, in their order. */
export function navigation(modules: WebModule[], can: Can): AreaNav[] {
  return order
    .map((area) => ({
      area,
      title: areaTitle(area),
      items: modules
        .filter((m) => m.area === area)
        .flatMap((m) => m.nav ?? [])
        .filter((item) => canAny(can, item.permission) && !(item.unless && can(item.unless))),
    }))
    .filter((nav) => nav.items.length > 0)
}

export const commands = (modules: WebModule[], can: Can): Command[] =>
  modules.flatMap((m) => m.commands ?? []).filter((command) => canAny(can, command.permission))

/** The keys of the pages of modules that show something in the navigation. */
export const keyGroups = (modules: WebModule[], can: Can): KeyGroup[] =>
  modules
    .filter((m) => !m.nav || m.nav.some((item) => canAny(can, item.permission)))
    .flatMap((m) => m.keys ?? [])

export type Placed = WebRoute & { area: Area }
export const routes = (modules: WebModule[]): Placed[] =>
  modules.flatMap((m) => (m.routes ?? []).map((route) => ({ ...route, area: m.area })))

/** Who has to ask again when a module changes. */
export function dependents(modules: WebModule[]): Dependents {
  const found: Dependents = {}
  for (const { id, refreshOn = [] } of modules) {
    for (const source of refreshOn) found[source] = [...(found[source] ?? []), id]
  }
  return found
}

/** Each port is filled once; a second filling is a mistake of ours and says so at start. */
export function ports(modules: WebModule[]): Partial<Ports> {
  const filled: Partial<Ports> = {}
  for (const module of modules) {
    for (const name of Object.keys(module.provides ?? {})) {
      if (name in filled)
        throw new Error(`The port ${name} is filled twice, the second time by ${module.id}.`)
    }
    Object.assign(filled, module.provides)
  }
  return filled
}
