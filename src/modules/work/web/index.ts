import type { WebModule } from '../../../ui/module.ts'

export const web: WebModule = { id: 'work', area: 'work', refreshOn: ['trace', 'threads', 'fields'] }
