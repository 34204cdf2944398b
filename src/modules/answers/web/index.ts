import { BookOpenText, MessageCircleQuestion, Signpost } from 'lucide-react'
import type { WebModule } from '../../../ui/module.ts'

export { Guides } from './Guides.tsx'

const permission = 'answers:read'

export const web: WebModule = {
  id: 'answers',
  area: 'work',
  nav: [
    { title: 'Answers', path: '/answers', icon: BookOpenText, permission },
    { title: 'Questions', path: '/questions', icon: MessageCircleQuestion, permission },
    { title: 'Guides', path: '/guides', icon: Signpost, permission },
  ],
  routes: [
    { path: '/answers', page: () => import('./AnswersPage.tsx'), title: 'Answers' },
    { path: '/questions', page: () => import('./QuestionsPage.tsx'), title: 'Questions' },
    { path: '/question-load', page: () => import('./LoadPage.tsx'), title: 'Question load' },
    { path: '/questions/$id', page: () => import('./QuestionPage.tsx'), title: 'Question' },
    { path: '/guides', page: () => import('./GuidesPage.tsx'), title: 'Guides' },
    { path: '/guides/$id', page: () => import('./GuidePage.tsx'), title: 'Guide' },
    {
      path: '/faq',
      page: () => import('./FaqPage.tsx'),
      ...({ chrome: false, isPublic: true } as const),
    },
  ],
  commands: [
    {
      ...{
        title: 'Ask a question',
        path: '/questions?show=new',
        icon: MessageCircleQuestion,
        isCreate: true,
      },
      ...{ permission, words: 'asked again note faq' },
    },
    {
      ...{ title: 'Write a guide', path: '/guides?show=new', icon: Signpost, isCreate: true },
      ...{ permission: 'answers:write', words: 'reference how to document' },
    },
    { title: 'Question load', path: '/question-load', permission, words: 'repeated faq hours saved' },
    { title: 'Answers for everybody', path: '/faq', permission, words: 'faq public front door' },
  ],
  keys: [
    {
      title: 'Among answers',
      rows: [
        { keys: '/', does: 'Look for one' },
        { keys: 'c', does: 'Ask something' },
        { keys: 'e', does: 'Write the answer' },
      ],
    },
  ],
  refreshOn: ['threads'],
}
