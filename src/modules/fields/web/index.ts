import { ListPlus } from 'lucide-react'
import type { WebModule } from '../../../ui/module.ts'

export { draftOfFields, type FieldDraft, saidOfFields } from './draft.ts'
export { FieldInputs } from './FieldInputs.tsx'
export { fieldCell, useFields } from './useFields.tsx'

export const web: WebModule = {
  id: 'fields',
  area: 'settings',
  nav: [{ title: 'Fields', path: '/settings/fields', icon: ListPlus, permission: 'fields:manage' }],
  routes: [{ path: '/settings/fields', page: () => import('./FieldsPage.tsx'), title: 'Fields' }],
  commands: [
    {
      title: 'Define a field',
      path: '/settings/fields?show=new',
      icon: ListPlus,
      isCreate: true,
      permission: 'fields:manage',
      words: 'custom attribute programme campaign tactic',
    },
  ],
}
