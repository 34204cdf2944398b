import { service } from '../../../kernel/service.ts'
import type { Staging } from './staging.ts'

/** Sheets read and waiting to be landed. */
export const staging = service<Staging>('staging')
