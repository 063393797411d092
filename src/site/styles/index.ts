/** The sheets in the order of the cascade. */
export const SHEETS: readonly string[] = []
