import { service } from '../../../kernel/service.ts'

/** Where uploads lie: while they come in, as they came, and copies made for reading. */
export const folders = service<{ incoming: string; raw: string; work: string }>('folders')
