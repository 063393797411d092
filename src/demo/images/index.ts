import type { DemoImage } from '../documents'
import { ARABIC_IMAGES } from './arabic'
import { CHART_IMAGES } from './charts'
import { HARBOUR_IMAGES } from './harbour'
import { LOFT_IMAGES } from './lofts'

export const IMAGES: readonly DemoImage[] = [...HARBOUR_IMAGES, ...CHART_IMAGES, ...LOFT_IMAGES, ...ARABIC_IMAGES]
