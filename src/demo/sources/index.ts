import { EVIDENCE } from './evidence'
import { LAW } from './law'
import { PRESS } from './press'
import { PRIVATE } from './private'

export const SOURCES = [...LAW, ...EVIDENCE, ...PRESS, ...PRIVATE]
