import { useSession } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { identity } from '../../identity/contract.ts'

/** Everybody with access, to be chosen from. */
export function usePeople() {
  const all = useQuery(identity.people, {}).data?.people ?? []
  const present = all.filter((one) => one.state !== 'disabled')
  return {
    present,
    options: present.map((one) => ({ value: one.id, label: one.name, hint: one.title })),
  }
}

export const useMyId = (): string => useSession()?.person.id ?? ''

/** Words with commas between, as a list. */
export const wordList = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean)
