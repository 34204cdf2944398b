import { PenLine } from 'lucide-react'
import type { WebModule } from '../../../ui/module.ts'
import { creditSlot } from '../../attribution/web/index.ts'
import { returnSlot } from '../../returns/web/index.ts'
import { OnCredit, OnReturn, useAgreedFigure } from './places.tsx'

creditSlot.add(OnCredit)
returnSlot.add(OnReturn)

export const web: WebModule = {
  id: 'signing',
  area: 'performance',
  nav: [{ title: 'Signatures', path: '/signatures', key: 'y', icon: PenLine, permission: 'metrics:read' }],
  routes: [{ path: '/signatures', page: () => import('./SignaturesPage.tsx'), title: 'Signatures' }],
  commands: [
    {
      title: 'Propose an agreement to be signed',
      path: '/signatures?show=new',
      icon: PenLine,
      isCreate: true,
      permission: 'signing:propose',
      words: 'sign model cost basis finance sales',
    },
  ],
  refreshOn: ['attribution', 'costs', 'imports'],
  provides: { useAgreed: useAgreedFigure },
}
