import type { TaskList } from 'graphile-worker'
import { bakeTask } from './bake'
import { captureTask } from './capture'
import { notifyTask } from './notify'

/** Tasks by the name that `graphile_worker.add_job` is given: those that wait for nobody outside but a mail server. */
export const DESK_TASKS: TaskList = { bake: bakeTask, notify: notifyTask }

/** Tasks that wait for strangers' servers. */
export const OUTSIDE_TASKS: TaskList = { capture: captureTask }
