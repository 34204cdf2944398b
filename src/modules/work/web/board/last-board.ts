const key = 'work.board'

/** The board that was open last in this browser. */
export function rememberBoard(id: string): void {
  try {
    localStorage.setItem(key, id)
  } catch {
    // A browser that keeps nothing opens the list instead.
  }
}

export function lastBoard(): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
