import { daysAt, daysToFinish } from '../src/methods/flow/index.ts'
import { rank, readFormula, sensitivity } from '../src/methods/priority/index.ts'
import { randomFrom } from '../src/methods/random.ts'
import { SimilarTexts } from '../src/methods/text/index.ts'
import { millis, quantile, say, timed, title } from './ground.ts'

const history = [0, 1, 2, 0, 1, 3, 1, 0, 2, 1]
const rounds = 20

/** Several times after one that warms up; the time of most is told. */
async function often<T>(work: () => T): Promise<{ p50: string; p95: string; out: T }> {
  let last = await timed(work)
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    last = await timed(work)
    times.push(last.ms)
  }
  return { p50: millis(quantile(times, 0.5)), p95: millis(quantile(times, 0.95)), out: last.out }
}

/** The arithmetic of work: forecasts, similar texts, ranks. Figures are p50, and p95 beside the target. */
export async function flowing(): Promise<void> {
  await forecasting()
  await finding()
  await ranking()
}

async function forecasting(): Promise<void> {
  title('Delivery from ten days of history')
  const tried = await often(() => daysToFinish(history, 20, { seed: 1, isSimulated: true }))
  say('20 items, 100,000 trials', tried.p50, `100 ms; p95 ${tried.p95}, P85 ${daysAt(tried.out, 0.85)} days`)
  const exact = await often(() => daysToFinish(history, 500, { seed: 1 }))
  say('500 items, exact', exact.p50, `100 ms; p95 ${exact.p95}, P85 ${daysAt(exact.out, 0.85)} days`)
  const many = await often(() => daysToFinish(history, 2000, { seed: 1 }))
  say(
    `2,000 items, ${many.out.trials} trials`,
    many.p50,
    `p95 ${many.p95}, P85 ${daysAt(many.out, 0.85)} days`,
  )
}

const texts = 20_000

/** Words as in a language: a few in most texts, most in a few (Zipf). */
function someText(random: () => number, words: number): string {
  const word = () => `w${Math.floor(8000 ** random())}`
  return Array.from({ length: words }, word).join(' ')
}

async function finding(): Promise<void> {
  title(`Similar work among ${texts.toLocaleString('en')} documents of 60 words`)
  const random = randomFrom(1)
  const all = Array.from({ length: texts }, (_, at) => ({
    id: `${at}`,
    title: someText(random, 8),
    body: someText(random, 52),
  }))
  const index = new SimilarTexts()
  const built = await timed(() => all.forEach((one) => index.add(one)))
  say('built', millis(built.ms))
  let at = 0
  const asked = await often(() => index.like(all[(at += 977) % texts]!))
  say('a request of 60 words', asked.p50, `100 ms; p95 ${asked.p95}, finds ${asked.out.length}`)
  const long = { title: someText(random, 12), body: someText(random, 2000) }
  const longer = await often(() => index.like(long, { threshold: 0 }))
  say('a request of 2,000 words', longer.p50, `100 ms; p95 ${longer.p95}`)
  const moved = await often(() => {
    index.remove('7')
    index.add(all[7]!)
  })
  say('one document out and in', moved.p50)
}

async function ranking(): Promise<void> {
  title('Ranks over 2,000 items by a formula of four fields')
  const random = randomFrom(2)
  const fields = ['reach', 'impact', 'confidence', 'effort']
  const items = Array.from({ length: 2000 }, () => ({
    reach: Math.ceil(random() * 5000),
    impact: 1 + Math.floor(random() * 3),
    confidence: 0.5 + random() / 2,
    effort: 1 + Math.floor(random() * 20),
  }))
  const { formula } = readFormula('reach × impact × confidence ÷ max(1, effort)', fields)
  const ranked = await often(() => rank(items, (one) => formula!.of(one)))
  say('ranked', ranked.p50, `p95 ${ranked.p95}`)
  const shaken = await often(() =>
    sensitivity(items, (one) => formula!.of(one).value, { seed: 1, draws: 100 }),
  )
  say('sensitivity, 100 draws × 5', shaken.p50, `p95 ${shaken.p95}, top five changed ${shaken.out.changed}`)
}
