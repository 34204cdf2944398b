import { Stamp } from 'lucide-react'
import type { WebModule } from '../../../ui/module.ts'
import { fileSlot } from '../../files/web/index.ts'
import { ProofLink } from './ProofLink.tsx'

fileSlot.add(ProofLink)

export const web: WebModule = {
  id: 'proofing',
  area: 'work',
  nav: [{ title: 'Proofs', path: '/proofs', icon: Stamp }],
  routes: [
    { path: '/proofs', page: () => import('./ProofsPage.tsx'), title: 'Proofs' },
    { path: '/proofs/new', page: () => import('./NewProofPage.tsx'), title: 'New proof' },
    { path: '/proofs/$id', page: () => import('./ProofPage.tsx'), title: 'Proof' },
  ],
  keys: [
    {
      title: 'On a proof',
      rows: [
        { keys: 'n', does: 'To the next open pin' },
        { keys: 'p', does: 'A new pin; its fields say where it stands' },
        { keys: '+ -', does: 'Larger, smaller' },
        { keys: 'b', does: 'The version before beside it' },
      ],
    },
  ],
  refreshOn: ['files', 'work'],
}
