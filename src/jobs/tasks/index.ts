import type { TaskList } from 'graphile-worker'
import { bakeTask } from './bake'
import { notifyTask } from './notify'

/** Every task that the worker knows, by the name that `graphile_worker.add_job` is given. */
export const TASKS: TaskList = { bake: bakeTask, notify: notifyTask }
