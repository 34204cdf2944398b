import type { App } from './app.ts'
import { service } from './service.ts'

/** One thing `fullscore doctor` looks at; `says` is a sentence either way. */
export type DoctorCheck = { name: string; run(app: App): Promise<{ ok: boolean; says: string }> }

/** The checks of the installation; a module adds its own: `app.services.use(doctorChecks).push({ … })`. */
export const doctorChecks = service<DoctorCheck[]>('doctorChecks')
