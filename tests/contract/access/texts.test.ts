import { matrixOf } from './matrix'

matrixOf(['articles'])
