import './tables.ts'
import type { App } from '../../../kernel/app.ts'
import { defineModule } from '../../../kernel/module.ts'
import { homeNeeds } from '../../identity/server/index.ts'
import { searched } from '../../search/server/index.ts'
import { availability } from '../contract.ts'
import { capacity, exportCapacity } from './capacity.ts'
import { addDuty, changeDuty, removeDuty, restoreDuty } from './duties.ts'
import {
  addFreeDay,
  countries,
  freeDays,
  holidays,
  removeFreeDay,
  resetHoliday,
  setHoliday,
} from './free-days.ts'
import { addHub, changeHub, hubs, removeHub, restoreHub } from './hubs.ts'
import { approveLeave, askLeave, declineLeave, reopenLeave, withdrawLeave } from './leave.ts'
import { away, inbox } from './leave-show.ts'
import { setPlace } from './place.ts'
import {
  addSkill,
  confirmSkill,
  removeSkill,
  renameSkill,
  restoreSkill,
  skills,
  stateSkill,
} from './skills.ts'
import { needsOfLeave, searchedHubs } from './tell.ts'
import { days, person } from './time.ts'
import { removeWeek, restoreWeek, setUsualWeek, setWeek, usualWeek } from './weeks.ts'

export { hubPeople, knownSkills, lastLeave } from './able.ts'
export { freeDaysOf } from './free-days.ts'
export { hoursOf } from './working.ts'

function provide(app: App): void {
  app.services.use(searched).register(searchedHubs)
  app.services.use(homeNeeds).register(needsOfLeave)
}

export const availabilityModule = defineModule(
  availability,
  {
    ...{ capacity, exportCapacity, person, days, setPlace },
    ...{ setWeek, removeWeek, restoreWeek, usualWeek, setUsualWeek },
    ...{ addDuty, changeDuty, removeDuty, restoreDuty },
    ...{ askLeave, approveLeave, declineLeave, withdrawLeave, reopenLeave, inbox, away },
    ...{ skills, addSkill, renameSkill, removeSkill, restoreSkill, stateSkill, confirmSkill },
    ...{ hubs, addHub, changeHub, removeHub, restoreHub },
    ...{ freeDays, addFreeDay, removeFreeDay, countries, holidays, setHoliday, resetHoliday },
  },
  { provide },
)
