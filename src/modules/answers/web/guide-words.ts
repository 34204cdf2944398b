import type { Phase } from '../contract.ts'

export const phases: { value: Phase; label: string }[] = [
  { value: 'planning', label: 'Planning' },
  { value: 'execution', label: 'Execution' },
  { value: 'reflection', label: 'Reflection' },
]

export const phaseTitle = (phase: Phase): string => phases.find((one) => one.value === phase)?.label ?? phase
