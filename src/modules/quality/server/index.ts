import { defineModule } from '../../../kernel/module.ts'
import { quality } from '../contract.ts'
import { accept, findings, fix } from './findings.ts'
import { unmapped } from './unmapped.ts'

export const qualityModule = defineModule(quality, { findings, accept, fix, unmapped })
