import type { App } from '../../../kernel/app.ts'
import { service } from '../../../kernel/service.ts'

/** What identity needs to know of the app it is mounted in. */
export type Installation = {
  publicUrl: string
  sendsMail: boolean
  /** Permission → what the routes that ask for it do. */
  permissions: ReadonlyMap<string, string[]>
  hasRoute(id: string): boolean
}
export const installation = service<Installation>('identity.installation')

export function describe(app: App): Installation {
  const permissions = new Map<string, string[]>()
  const routes = app.contracts.flatMap((contract) => Object.values(contract.routes))
  for (const { access, summary } of routes)
    if (access !== 'public' && access !== 'member')
      permissions.set(access, [...(permissions.get(access) ?? []), summary])
  return {
    publicUrl: app.config.publicUrl.replace(/\/$/, ''),
    sendsMail: app.config.smtpUrl !== undefined,
    permissions: new Map([...permissions].sort(([a], [b]) => a.localeCompare(b))),
    hasRoute: (id) => app.routes.has(id),
  }
}
