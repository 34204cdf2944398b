import { route } from '../../../kernel/contract.ts'
import { One } from '../../../kernel/paging.ts'
import { count, day, Move, Plan, StepSaid } from '../things.ts'

export const stepRoutes = {
  plan: route({
    method: 'GET',
    path: '/campaigns/{id}/steps',
    access: 'campaigns:read',
    summary: 'Show a campaign’s steps: due when, done by whom, too late by how much, the critical path',
    input: One,
    output: Plan,
  }),
  addStep: route({
    method: 'POST',
    path: '/campaigns/{id}/steps',
    access: 'campaigns:manage',
    summary: 'Add a step to a campaign; without a day it is counted back from the first day',
    input: One.extend({ ...StepSaid, due: day.optional() }),
    output: Plan,
  }),
  changeStep: route({
    method: 'PUT',
    path: '/campaign-steps/{id}',
    access: 'campaigns:manage',
    summary:
      'Change a step’s name, owner, working days, or what it comes after; refused when changed since `version`',
    input: One.extend({ ...StepSaid, version: count }),
    output: Plan,
  }),
  removeStep: route({
    method: 'DELETE',
    path: '/campaign-steps/{id}',
    access: 'campaigns:manage',
    summary: 'Take a step out; what came after it comes after what it came after',
    input: One,
    output: Plan,
  }),
  finish: route({
    method: 'POST',
    path: '/campaign-steps/{id}/finish',
    access: 'campaigns:read',
    summary: 'Say that a step is done, as its owner or with campaigns:manage',
    input: One,
    output: Plan,
  }),
  reopen: route({
    method: 'DELETE',
    path: '/campaign-steps/{id}/finish',
    access: 'campaigns:read',
    summary: 'Say that a step is not done after all, as its owner or with campaigns:manage',
    input: One,
    output: Plan,
  }),
  tryMove: route({
    method: 'GET',
    path: '/campaign-steps/{id}/move',
    access: 'campaigns:read',
    summary: 'Show what else moves when a step is planned for another day',
    input: One.extend({ due: day }),
    output: Move,
  }),
  move: route({
    method: 'POST',
    path: '/campaign-steps/{id}/move',
    access: 'campaigns:manage',
    summary:
      'Plan a step for another day, and what is behind it with it; refused when changed since `version`',
    input: One.extend({ due: day, version: count }),
    output: Plan,
  }),
}
