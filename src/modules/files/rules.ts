export { lookOf, remarkOn, sniffed } from './rules/kinds.ts'
export {
  draftHours,
  keptDays,
  sized,
  whyNoMoreDrafts,
  whyNoRoom,
  whyNotChange,
  whyNotRestore,
  whyNotThisLarge,
} from './rules/limits.ts'
export { freeName, safeName } from './rules/names.ts'
export { pagesSaid } from './rules/pages.ts'
