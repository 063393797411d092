import { base } from './base'
import { frame } from './frame'
import { notes } from './notes'
import { paper } from './paper'
import { text } from './text'

/** The sheets in the order of the cascade. */
export const SHEETS: readonly string[] = [base, frame, text, notes, paper]
