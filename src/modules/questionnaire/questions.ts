import type { Question } from './contract.ts'

const of = (group: Question['group'], id: string, text: string, hint: string): Question => ({
  ...{ id, group, text, hint },
})

/** From what the business wants to how we shall know; sixteen questions, an hour’s work. */
export const ownQuestions: Question[] = [
  of(
    'objectives',
    'result',
    'Which one result must this quarter bring for your business?',
    'A fact you would report upward, with its day. If there are three, name the one you would keep.',
  ),
  of(
    'objectives',
    'figure',
    'By which figure will you see that it came, and where does that figure stand today?',
    'The figure, its value now, the value you want, and who keeps it.',
  ),
  of(
    'objectives',
    'revenue',
    'Where shall revenue come from in the next two quarters?',
    'Products, segments and regions, roughly in shares. New customers or those you have?',
  ),
  of(
    'objectives',
    'above',
    'What do those you answer to expect of you this quarter?',
    'In their words, as far as you may say.',
  ),
  of(
    'priorities',
    'three',
    'If only three things get done, which, and in what order?',
    'Of what you want from us, and of what you do yourselves.',
  ),
  of(
    'priorities',
    'later',
    'What may come later so that these three are done?',
    'Something you have asked for, or something that is running.',
  ),
  of(
    'priorities',
    'days',
    'Which days cannot move?',
    'Launches, events, closes, contracts that end, people who are away.',
  ),
  of(
    'customers',
    'whom',
    'Which customers do we have to win, and which to keep?',
    'Accounts by name where you can, else what they have in common.',
  ),
  of(
    'customers',
    'reasons',
    'Why did the last three buy, and why did the last three not?',
    'What they said, rather than what is in the system.',
  ),
  of(
    'customers',
    'heard',
    'What do you hear from customers now that you did not hear a quarter ago?',
    'A complaint, a question, a competitor’s name.',
  ),
  of(
    'constraints',
    'limits',
    'What limits how much you can take from us?',
    'People to work leads, budget, stock, rules, systems that are frozen.',
  ),
  of(
    'constraints',
    'others',
    'On whom besides us does it depend, and do they know?',
    'Departments, partners, suppliers; with a name where there is one.',
  ),
  of(
    'constraints',
    'wrong',
    'What is most likely to go wrong, and by what would we notice it first?',
    'The sign, and who sees it.',
  ),
  of(
    'stop',
    'stop',
    'What do we do for you today that you would not miss?',
    'Reports nobody opens, campaigns nobody follows up, meetings.',
  ),
  of(
    'success',
    'content',
    'It is the last day of the quarter and you are content. What do you see?',
    'Two or three sentences that somebody else could check.',
  ),
  of(
    'success',
    'otherwise',
    'What did the last quarter teach you that we should do otherwise in this one?',
    'About us, about you, or about how we work with each other.',
  ),
]

export const groups: { group: Question['group']; title: string }[] = [
  { group: 'objectives', title: 'What the business wants' },
  { group: 'priorities', title: 'What comes first' },
  { group: 'customers', title: 'Customers' },
  { group: 'constraints', title: 'What stands in the way' },
  { group: 'stop', title: 'What to stop' },
  { group: 'success', title: 'How we shall know' },
]
