import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { identity } from '../../identity/contract.ts'

/** Who works here, and who did, as far as the reader may know; those who left are not chosen anew. */
export function usePeople() {
  const { data } = useQuery(identity.people, {}, { isOn: useCan()('people:read') })
  return (data?.people ?? []).map(({ id, name, state }) => ({ id, name, hasAccess: state !== 'disabled' }))
}
