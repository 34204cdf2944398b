import type { Board, StageInput } from '../../contract.ts'

/** A stage as it stands in the form; `key` tells new ones apart. */
export type StageDraft = StageInput & { key: string; entryText: string; exitText: string }
export type BoardDraft = {
  name: string
  purpose: string
  teamId: string | null
  ownerId: string
  isConfidential: boolean
  scale: Board['scale']
  stages: StageDraft[]
}

let made = 0
export const newStage = (name: string, kind: StageInput['kind']): StageDraft => ({
  ...{ key: `new-${++made}`, name, kind, phase: null, limit: null, isRequired: false, mostDays: null },
  ...{ demands: [], entry: [], exit: [], approverRoleId: null, entryText: '', exitText: '' },
})

export const firstStages = (): BoardDraft => ({
  ...{
    name: '',
    purpose: '',
    teamId: null,
    ownerId: '',
    isConfidential: false,
    scale: 'department' as const,
  },
  stages: [newStage('To do', 'waiting'), newStage('Doing', 'active'), newStage('Done', 'done')],
})

export const draftOf = (board: Board): BoardDraft => ({
  ...{ name: board.name, purpose: board.purpose, teamId: board.teamId, ownerId: board.ownerId },
  ...{ isConfidential: board.isConfidential, scale: board.scale },
  stages: board.stages.map(({ items: _, place: __, ...stage }) => ({
    ...stage,
    ...{ key: stage.id, entryText: stage.entry.join('\n'), exitText: stage.exit.join('\n') },
  })),
})

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)

export const stagesOf = (stages: readonly StageDraft[]): StageInput[] =>
  stages.map(({ key: _, entryText, exitText, ...stage }) => ({
    ...stage,
    ...{ entry: lines(entryText), exit: lines(exitText) },
  }))

/** The stages with the one at a place put one further up or down. */
export function shifted<T>(stages: readonly T[], at: number, by: 1 | -1): T[] {
  const to = at + by
  if (to < 0 || to >= stages.length) return [...stages]
  const next = [...stages]
  next.splice(to, 0, ...next.splice(at, 1))
  return next
}
