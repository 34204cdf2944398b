import type { WebModule } from '../../../ui/module.ts'
export const web: WebModule = { id: 'launches', area: 'plan' }
