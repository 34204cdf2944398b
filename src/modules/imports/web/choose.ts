import { handIn } from './uploads.ts'

/** Opens the system's file chooser; several files at once are welcome. */
export function choose(): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.addEventListener('change', () => handIn([...(input.files ?? [])]))
  input.click()
}
