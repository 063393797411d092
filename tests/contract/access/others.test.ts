import { matrixOf } from './matrix'

matrixOf(['sources', 'content-warnings', 'site-settings', 'media', 'users', 'publications', 'payload-kv', 'payload-migrations', 'payload-locked-documents', 'payload-preferences'])
