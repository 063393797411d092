import { matrixOf } from './matrix'

matrixOf(['pages', 'campaigns', 'topics', 'series', 'people'])
