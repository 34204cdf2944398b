/** Opens the system's file chooser. */
export function choose(onFiles: (files: File[]) => void, isMany = true): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = isMany
  input.addEventListener('change', () => onFiles([...(input.files ?? [])]))
  input.click()
}
