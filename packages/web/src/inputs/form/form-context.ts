import { createContext, use } from 'react'
import type { DraftAction } from '../model/input-draft.ts'

/** What every row of the form needs and never changes while one types. */
export interface FormContext {
  readonly dispatch: (action: DraftAction) => void
  readonly secrets: readonly string[]
  /** Opens or closes a group, a list or a section. */
  readonly toggle: (id: string) => void
}

export const FormContext = createContext<FormContext | null>(null)

/** The form that a row belongs to. */
export function useForm(): FormContext {
  const form = use(FormContext)
  if (form === null) throw new Error('A row of the input form was drawn outside of it.')
  return form
}
