import { Button } from '../../../ui/parts/Button.tsx'

/** From somebody’s page to when they work. */
export default function TimeLink({ personId }: { personId: string }) {
  return <Button to={`/working-time/${personId}`}>Working time</Button>
}
