import { OnDay, type Question } from '../things.ts'

type Complaint = { field: string; message: string }

/** What is wrong with the answers to a type’s own questions; empty where nothing is. */
export function whyNotAnswers(
  questions: readonly Question[],
  answers: Record<string, string>,
  files: number,
): Complaint[] {
  const known = new Set(questions.map((one) => one.id))
  const unknown = Object.keys(answers).filter((id) => !known.has(id))
  return [
    ...unknown.map((id) => ({ field: `answers.${id}`, message: 'is no question of this form any more' })),
    ...questions.flatMap((one) => {
      const message =
        one.kind === 'file' ? lackOfFile(one, files) : wrong(one, (answers[one.id] ?? '').trim())
      return message ? [{ field: `answers.${one.id}`, message }] : []
    }),
  ]
}

const lackOfFile = ({ isRequired }: Question, files: number): string | null =>
  isRequired && files === 0 ? 'needs a file' : null

function wrong({ kind, isRequired, options }: Question, said: string): string | null {
  if (said === '') return isRequired ? 'needs an answer' : null
  if (kind === 'number' && !/^-?\d{1,12}([.,]\d{1,6})?$/.test(said)) return 'is not a number'
  if (kind === 'day' && !OnDay.safeParse(said).success) return 'is not a date: write it like 2026-02-28'
  if (kind === 'link' && !isWebLink(said)) return 'is not a web address: it begins with https://'
  if (kind === 'choice' && !options.includes(said)) return 'is none of the choices'
  if (kind === 'text' && said.length > 300) return 'holds 300 letters at most'
  return null
}

function isWebLink(said: string): boolean {
  try {
    return ['https:', 'http:'].includes(new URL(said).protocol)
  } catch {
    return false
  }
}

type Defined = { audience: string; teamId: string | null; questions: readonly Question[] }

/** Why a definition does not make a request type, or null. */
export function whyNotType({ audience, teamId, questions }: Defined): string | null {
  if (audience === 'team' && !teamId)
    return 'Say which team it is for, or offer it to everybody who signs in.'
  const ids = questions.map((one) => one.id)
  const twice = questions.find((one, at) => ids.indexOf(one.id) !== at)
  if (twice) return `Two questions go by “${twice.id}”. Take one of them out.`
  const bare = questions.find((one) => one.kind === 'choice' && one.options.length < 2)
  return bare ? `“${bare.label}” needs two choices at least.` : null
}
