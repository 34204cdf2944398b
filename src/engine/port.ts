import { service } from '../kernel/service.ts'
import type { Warehouse } from './warehouse.ts'

/** The warehouse of the app; handlers reach it by `ctx.use(warehouse)`. */
export const warehouse = service<Warehouse>('warehouse')
