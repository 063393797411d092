import type { DemoPage } from '../documents'
import { ARABIC_PAGES } from './arabic'
import { ENGLISH_PAGES } from './english'

export const PAGES: readonly DemoPage[] = [...ENGLISH_PAGES, ...ARABIC_PAGES]
