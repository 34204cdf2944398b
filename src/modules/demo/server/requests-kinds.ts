/** What became of a request in the demo company; days are counted from when it came in. */
export type Became =
  | { is: 'open' }
  | { is: 'asked'; words: string; reply?: string }
  | { is: 'deferred'; inDays: number; words: string }
  | { is: 'declined'; reason: string; words: string; instead?: string; isTaken?: boolean; appeal?: string }
  | { is: 'accepted'; notVision: string; promisedIn: number; doneIn?: number; hours: number }
  | { is: 'withdrawn'; words: string }
  | { is: 'merged'; into: string }

export type DemoRequest = {
  type: string
  title: string
  /** Somebody of ours by address, or a visitor by name. */
  by: string
  department: string
  purpose: string
  hurry: string
  impact: string
  daysAgo: number
  /** Working days until the first answer. */
  answeredIn: number
  became: Became
}

export type Short = [
  type: string,
  title: string,
  by: string,
  department: string,
  daysAgo: number,
  answeredIn: number,
  became: Became,
  said?: [purpose: string, hurry: string, impact: string],
]

export const no = (reason: string, words: string, instead?: string, isTaken?: boolean): Became => ({
  ...{ is: 'declined', reason, words },
  ...(instead ? { instead } : {}),
  ...(isTaken === undefined ? {} : { isTaken }),
})
export const yes = (hours: number, promisedIn: number, doneIn?: number): Became => ({
  ...{ is: 'accepted', notVision: 'Another department asked for it', hours, promisedIn },
  ...(doneIn === undefined ? {} : { doneIn }),
})
