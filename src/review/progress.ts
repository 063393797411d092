import { currentStage, type Run } from './machine'

/** How far a step brought a run: the stage that it opened, and whether nothing is missing any more. */
export type Progress = { opens?: string; approved?: true }

/** What a step from `before` (null where no run was under way) to `after` opened or completed; {} where neither. */
export function progressBetween(before: Run | null, after: Run | null): Progress {
  if (after === null) return {}
  if (after.state === 'approved') return before?.state === 'approved' ? {} : { approved: true }
  const [from, to] = [before === null ? -1 : currentStage(before).index, currentStage(after)]
  return to.index > from ? { opens: to.name } : {}
}
