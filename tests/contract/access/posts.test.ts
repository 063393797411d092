import { matrixOf } from './matrix'

matrixOf(['social-posts', 'exchanges'])
