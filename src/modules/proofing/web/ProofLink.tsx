import { Button } from '../../../ui/parts/Button.tsx'
import type { FileThing } from '../../files/contract.ts'

/** Beside a file that is looked at: ask others to decide about it. */
export function ProofLink({ file }: { file: FileThing }) {
  if (file.look === 'other' || !file.can.change) return null
  return (
    <Button small to={`/proofs/new?file=${file.id}`}>
      Open a proof
    </Button>
  )
}
