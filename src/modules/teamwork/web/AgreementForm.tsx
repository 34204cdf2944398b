import { useState } from 'react'
import { z } from 'zod'
import { FormDialog } from '../../../ui/form/FormDialog.tsx'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Agreement, teamwork } from '../contract.ts'

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
const Draft = z.object({
  rules: z
    .string()
    .refine((text) => linesOf(text).every((line) => line.length >= 3), 'has a line of less than 3 letters')
    .refine((text) => linesOf(text).length <= 30, 'has more than 30 lines'),
  reason: z.string().max(300).default(''),
})

/** The rules, one a line; kept to the version it was opened with. */
export function AgreementForm({ of, onClose }: { of: Agreement; onClose: () => void }) {
  const [base] = useState(of)
  const save = useCommand(teamwork.saveAgreement, { isQuiet: true })
  return (
    <FormDialog
      title={base.version === 0 ? `Write how ${of.team.name} works` : `Change how ${of.team.name} works`}
      description="What you hold each other to. Everybody of the team says yes to it anew."
      onClose={onClose}
      id={`agreement-${of.team.id}-${base.version}`}
      schema={Draft}
      initial={{ rules: base.rules.join('\n'), reason: '' }}
      fields={[
        {
          ...{ name: 'rules', label: 'Rules, one a line', kind: 'textarea', autoFocus: true },
          placeholder: 'We answer each other within a working day.',
        },
        { name: 'reason', label: 'What changed, and why', isOptional: true },
      ]}
      onSave={({ rules, reason }) =>
        save.attempt({ id: of.team.id, rules: linesOf(rules), reason, base: base.version })
      }
    >
      {of.version > base.version && (
        <Notice tone="warn">
          {`${of.versions[0]?.by} saved version ${of.version} meanwhile. Copy what is yours, close this and begin anew.`}
        </Notice>
      )}
    </FormDialog>
  )
}
