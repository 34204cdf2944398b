import { Search } from 'lucide-react'
import { useState } from 'react'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Skeleton } from '../../../ui/parts/Faces.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Input } from '../../../ui/parts/Input.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { sentence, useCommand, useQuery } from '../../../ui/query.ts'
import { Alone } from '../../identity/web/index.ts'
import { answers } from '../contract.ts'
import { AnswerCard } from './AnswerCard.tsx'
import { useTyped } from './useTyped.ts'

/** What everybody may read, without an account. */
export default function FaqPage() {
  const [words, type] = useState('')
  const q = useTyped(words)
  const asked = useQuery(answers.faq, { q })
  const verdict = useCommand(answers.faqVerdict, { isQuiet: true })
  const give = (id: string, version: number) => async (isHelped: boolean) => {
    try {
      await verdict.attempt({ id, version, isHelped })
      return true
    } catch (error) {
      toast(sentence(error), { tone: 'bad' })
      return false
    }
  }
  return (
    <Alone
      isWide
      title="Questions and answers"
      hint={asked.data && `What ${asked.data.organisation} marketing is asked most.`}
    >
      <Field label="What do you want to know?">
        <Input
          autoFocus
          type="search"
          maxLength={300}
          icon={<Search size={14} />}
          value={words}
          onChange={type}
        />
      </Field>
      <FaceOf
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
        skeleton={<Skeleton className="h-40" />}
        empty={
          asked.data?.items.length === 0 && {
            children: q
              ? 'No answer holds these words. Try others, or ask whoever you work with in marketing.'
              : 'No answer is published to everybody yet.',
          }
        }
      >
        {() => (
          <ul className="flex flex-col gap-2">
            {asked.data?.items.map((one, at) => (
              <AnswerCard
                key={`${one.id} ${q}`}
                answer={one}
                isOpen={q !== '' && at === 0}
                onVerdict={give(one.id, one.version)}
              />
            ))}
          </ul>
        )}
      </FaceOf>
    </Alone>
  )
}
