import type { FieldHook } from 'payload'
import { ulid } from 'ulid'

/** Gives a citation its stable name when it is first saved. */
export const citationKeyHook: FieldHook = ({ value }) => (typeof value === 'string' && value !== '' ? value : ulid())
