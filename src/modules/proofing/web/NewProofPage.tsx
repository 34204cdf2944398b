import { useNavigate } from '@tanstack/react-router'
import { Page } from '../../../ui/kit/Page.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { proofing } from '../contract.ts'
import { StagesForm } from './StagesForm.tsx'

export default function NewProofPage() {
  const [id] = useUrl('file')
  const choices = useQuery(proofing.choices, { id }, { isOn: id !== '' })
  const open = useCommand(proofing.open, { isQuiet: true, alsoRefresh: ['identity'] })
  const navigate = useNavigate()
  const { data } = choices
  return (
    <Page
      isNarrow
      title={data ? `Open a proof of ${data.name}` : 'Open a proof'}
      description={data && `Of version ${data.number}. One stage after the other; nobody decides their own.`}
      crumbs={[{ title: 'Proofs', path: '/proofs' }]}
      isLoading={id !== '' && choices.isPending}
      error={choices.error}
      onRetry={choices.refetch}
      empty={
        id === '' && {
          children:
            'Say of which file: look at an image or a PDF on its record, and choose “Open a proof” there.',
        }
      }
    >
      {() =>
        data && (
          <StagesForm
            id={`proof-${id}`}
            people={data.people}
            saveLabel="Open the proof"
            onSave={(stages) => open.attempt({ fileId: id, number: data.number, stages })}
            onSaved={(proof) => void navigate({ to: `/proofs/${proof.id}` })}
          />
        )
      }
    </Page>
  )
}
