const pauses = [0, 1000, 2000, 4000, 8000, 15_000, 30_000]

const isThere = () =>
  fetch('/healthz', { cache: 'no-store' }).then(
    (answer) => answer.ok,
    () => false,
  )

/**
 * After an answer was lost: looks what stands now, as soon as the server answers again. Looking before that would put an
 * error in the place of the page, and of what somebody typed in it.
 */
export async function lookAgain(look: () => void, isUp = isThere, waits: readonly number[] = pauses) {
  for (const pause of waits) {
    await new Promise((resolve) => setTimeout(resolve, pause))
    if (await isUp()) return look()
  }
}
