import type { Module } from '../kernel/module.ts'
import { modules as product } from '../modules/order.ts'
import { operations } from './operations/index.ts'

/** Everything that is mounted: the care of the installation, then the product. */
export const modules: Module[] = [operations, ...product]
