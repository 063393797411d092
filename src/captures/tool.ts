/** What makes captures, as it is written into each: with a version, and without a word of the newsroom or its machines. */
export const TOOL = 'Handbill 0.1'
