export { calendarOf, type Entry } from './rules/calendar.ts'
export { letterOf } from './rules/letter.ts'
export { nextOf, occasionOf } from './rules/occasions.ts'
