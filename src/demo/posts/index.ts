import type { DemoPost } from '../documents'
import { THREAD } from './after-the-inquest'
import { OURS } from './ours'
import { THEIRS } from './theirs'

export const POSTS: readonly DemoPost[] = [...OURS, ...THEIRS, ...THREAD]
