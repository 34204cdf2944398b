import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { call } from '../../../kernel/client.ts'
import { forgetDrafts } from '../../../ui/form/useDraft.ts'
import type { Session } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { identity, type Settings } from '../contract.ts'
import { isOwnPath } from './own-path.ts'

/** The page calendar knows months and 4-4-5; the other whole-week years begin and end on the same days. */
const toOrganisation = (settings: Settings): Session['organisation'] => ({
  name: settings.name,
  currency: settings.currency,
  timeZone: settings.timeZone,
  fiscal: {
    startMonth: settings.fiscalStartMonth,
    weekStart: settings.weekStart,
    pattern: settings.fiscalPattern === 'calendar' ? 'months' : '4-4-5',
  },
})

export function useIdentitySession(): Session | null | undefined {
  const { data, error } = useQuery(identity.me, {})
  const signOut = useCallback(async () => {
    await call(identity.signOut, {}).catch(() => undefined)
    forgetDrafts()
    location.assign('/sign-in')
  }, [])
  return useMemo(() => {
    if (error?.code === 'unauthenticated') return null
    if (!data) return undefined
    const person = data.person ?? { id: data.kind, name: data.name, email: '', role: '' }
    return {
      person,
      organisation: toOrganisation(data.organisation),
      permissions: data.permissions,
      signOut,
    }
  }, [data, error, signOut])
}

/** After a sign-in: forget what was asked as nobody, then go where one wanted to go. */
export function useEnter(): (next?: string) => void {
  const client = useQueryClient()
  return useCallback(
    (next = '/') => {
      client.clear()
      location.assign(isOwnPath(next) ? next : '/')
    },
    [client],
  )
}
