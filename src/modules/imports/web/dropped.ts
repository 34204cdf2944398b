import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'

/** Files dropped on any page are handed in, and the imports page shows how they fare. */
export function useDroppedFiles(): (files: File[]) => void {
  const navigate = useNavigate()
  return useCallback(
    (files) => {
      void navigate({ to: '/imports' })
      void import('./uploads.ts').then(({ handIn }) => handIn(files))
    },
    [navigate],
  )
}
