/** Stands where Payload would show a control of its own publishing. */
export function Nothing(): null {
  return null
}
