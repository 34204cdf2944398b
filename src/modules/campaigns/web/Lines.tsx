import type { ReactNode } from 'react'

/** A few controls that belong together, under one heading. */
export const Lines = ({ title, children }: { title: string; children: ReactNode }) => (
  <fieldset className="flex flex-col gap-2">
    <legend className="mb-1 font-medium">{title}</legend>
    {children}
  </fieldset>
)
