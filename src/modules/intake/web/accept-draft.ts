import type { Asked } from '../../../kernel/contract.ts'
import type { intake, Request } from '../contract.ts'
import { whyNotHours, whyNotUrgent } from '../rules.ts'

export type AcceptDraft = {
  boardId: string | null
  typeId: string
  assigneeId: string | null
  /** Kind and id, parted by a space. */
  serves: string | null
  notVision: string
  hours: string
  promisedOn: string
  isUrgent: boolean
  displacedId: string | null
  displacedUntil: string
  displacedWords: string
  words: string
}

/** What the type says is usual, and the day that was told. */
export const draftOf = (one: Request): AcceptDraft => ({
  ...{ boardId: one.usual.boardId, typeId: one.usual.itemTypeId ?? 'wty_task', assigneeId: null },
  ...{ serves: null, notVision: '', isUrgent: false, words: '' },
  hours: one.usual.usualMinutes ? String(one.usual.usualMinutes / 60) : '',
  promisedOn: one.earliest.p85 ?? '',
  ...{ displacedId: null, displacedUntil: '', displacedWords: '' },
})

export const minutesOf = ({ hours }: AcceptDraft): number | null =>
  hours.trim() !== '' && whyNotHours(hours) === null ? Math.round(Number(hours) * 60) : null

/** Why what is on the screen cannot be accepted, or null: the button says it. */
export function whyNotAccept(draft: AcceptDraft, earliest: string | null): string | null {
  if (!draft.boardId) return 'Choose the board it goes to.'
  if (!draft.serves && draft.notVision.trim() === '')
    return 'Choose what it serves, or say why it is not vision.'
  const hours = whyNotHours(draft.hours)
  if (hours) return hours
  const urgent = whyNotUrgent({ ...draft, displaces: draft.displacedId }, earliest)
  if (urgent) return urgent
  return draft.isUrgent && draft.displacedId && !draft.displacedUntil
    ? 'Say until when what gives way can wait.'
    : null
}

type Terms = Omit<Asked<typeof intake.accept>, 'id' | 'version'>

export function termsOf(draft: AcceptDraft): Terms {
  const [kind, id] = draft.serves?.split(' ') ?? []
  return {
    ...{ boardId: draft.boardId ?? '', typeId: draft.typeId, words: draft.words, isUrgent: draft.isUrgent },
    assigneeIds: draft.assigneeId ? [draft.assigneeId] : [],
    serves: kind && id ? { kind, id } : null,
    notVision: draft.serves ? null : draft.notVision.trim() || null,
    ...{ estimateMinutes: minutesOf(draft), promisedOn: draft.promisedOn || null },
    displaces:
      draft.isUrgent && draft.displacedId
        ? { itemId: draft.displacedId, dueOn: draft.displacedUntil, words: draft.displacedWords }
        : null,
  }
}
