export * from './rules/hours.ts'
export * from './rules/leave.ts'
export * from './rules/skills.ts'
export * from './rules/week.ts'
