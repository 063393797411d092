/** Stands for "whoever bakes" among the database's advisory locks. */
export const BAKING = 4_705_322
