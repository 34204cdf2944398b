/** Counters of the process in Prometheus text. */
export class ProcessFigures {
  #requests = new Map<string, { count: number; seconds: number }>()
  readonly #started = Date.now()

  note(route: string, status: number, seconds: number): void {
    const key = `route="${route}",status="${status}"`
    const one = this.#requests.get(key) ?? { count: 0, seconds: 0 }
    one.count += 1
    one.seconds += seconds
    this.#requests.set(key, one)
  }

  text(extra: Record<string, number>): string {
    const memory = process.memoryUsage()
    const lines = [
      '# TYPE fullscore_uptime_seconds gauge',
      `fullscore_uptime_seconds ${Math.round((Date.now() - this.#started) / 1000)}`,
      '# TYPE fullscore_memory_bytes gauge',
      `fullscore_memory_bytes{kind="rss"} ${memory.rss}`,
      `fullscore_memory_bytes{kind="heap"} ${memory.heapUsed}`,
      '# TYPE fullscore_requests_total counter',
      ...[...this.#requests].map(([key, one]) => `fullscore_requests_total{${key}} ${one.count}`),
      '# TYPE fullscore_request_seconds_total counter',
      ...[...this.#requests].map(
        ([key, one]) => `fullscore_request_seconds_total{${key}} ${one.seconds.toFixed(4)}`,
      ),
      ...Object.entries(extra).flatMap(([name, value]) => [
        `# TYPE fullscore_${name} gauge`,
        `fullscore_${name} ${value}`,
      ]),
    ]
    return `${lines.join('\n')}\n`
  }
}
