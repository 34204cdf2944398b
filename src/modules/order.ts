import type { Module } from '../kernel/module.ts'
import { identityModule } from './identity/server/index.ts'
import { importsModule } from './imports/server/index.ts'

/** Low to high: a module imports only modules before it. This list is the architecture. */
export const modules: Module[] = [identityModule, importsModule]
