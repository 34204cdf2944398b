// Before the first paint, so that a dark page does not flash white.
try {
  const theme = localStorage.getItem('fullscore.theme') ?? 'system'
  const isDark =
    theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light'
  document.documentElement.dataset.density = localStorage.getItem('fullscore.density') ?? 'comfortable'
} catch {
  // Storage may be closed; the light theme stands.
}
