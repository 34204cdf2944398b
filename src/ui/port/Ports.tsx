import { type ComponentType, createContext, type ReactNode, useContext } from 'react'
import type { Unit } from '../format/figure.ts'
import type { FiscalCalendar } from '../period/fiscal.ts'

export type Organisation = { name: string; currency: string; timeZone: string; fiscal: FiscalCalendar }
export type Session = {
  person: { id: string; name: string; email: string; role?: string }
  organisation: Organisation
  permissions: readonly string[]
  signOut: () => Promise<void>
}
export type Hit = { id: string; title: string; path: string; kind: string; hint?: string }
/** A figure that follows from others, as a share or a forecast does: what it is made of, each part as it is printed. */
export type Derived = {
  label: string
  value: number | null | undefined
  unit: Unit
  currency?: string | undefined
  reason?: string | undefined
  definition: string
  formula: string
  parts?: { name: string; value: string }[]
  says?: string[]
}
/** A metric, its period and conditions; with `derived`, a figure that rests on that metric’s rows. */
export type ExplainRequest = { metric: string; derived?: Derived; [parameter: string]: unknown }

/** What inner rings need and outer modules know. Each is filled once, through `WebModule.provides`. */
export type Ports = {
  /** `undefined` while loading, `null` when nobody is signed in. `signIn` is where to go then. */
  useSession: () => Session | null | undefined
  /** Called when nobody is signed in; answers the address to go to. */
  signInPath: () => string
  /** Records for the palette. */
  useRecordSearch: (words: string) => { hits: Hit[]; isLoading: boolean }
  useInbox: () => { unread: number; path: string }
  /** Renders the Explain drawer for a figure that names its metric. */
  ExplainFigure: ComponentType<{ request: ExplainRequest; onClose: () => void }>
  /** The agreement that locked a figure, or null; stands in its Explain. */
  useAgreed: (figure: ExplainRequest) => ReactNode
  /** Receives files dropped on any page. */
  useDroppedFiles: () => (files: File[]) => void
}

const PortsContext = createContext<Partial<Ports>>({})
const SessionContext = createContext<Session | null | undefined>(null)

export const defaultOrganisation: Organisation = {
  name: 'Fullscore',
  currency: 'USD',
  timeZone: 'UTC',
  fiscal: { startMonth: 1, weekStart: 1, pattern: 'months' },
}

export function PortsProvider({ ports, children }: { ports: Partial<Ports>; children: ReactNode }) {
  return <PortsContext.Provider value={ports}>{children}</PortsContext.Provider>
}

/** Asks the session once for all pages; without an identity module everybody is nobody. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const { useSession = nobody } = usePorts()
  return <SessionContext.Provider value={useSession()}>{children}</SessionContext.Provider>
}

const nobody = () => null

/** What locked a figure, as far as some module knows. */
export function useAgreed(figure: ExplainRequest): ReactNode {
  const { useAgreed: useKnown = unlocked } = usePorts()
  return useKnown(figure)
}
const unlocked = () => null

export const usePorts = () => useContext(PortsContext)
export const useSession = () => useContext(SessionContext)
export const useOrganisation = () => useSession()?.organisation ?? defaultOrganisation
/** For hiding what one may not do; the server decides. */
export function useCan(): (permission: string | undefined) => boolean {
  const session = useSession()
  const { useSession: known } = usePorts()
  if (!known) return () => true
  return (permission) => !permission || (session?.permissions.includes(permission) ?? false)
}
