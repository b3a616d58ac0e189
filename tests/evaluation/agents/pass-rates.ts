import type { Model } from '#shared/ports/model.ts';
import { attempt } from './task.ts';
import { tasks } from './tasks/index.ts';

export interface PassRates {
  readonly tasks: number;
  readonly attempts: number;
  /** Share of attempts that ended as they must. */
  readonly pass1: number;
  /** Share of tasks that ended as they must every time. */
  readonly passAll: number;
  readonly failures: readonly string[];
}

/** Does every task so many times, each time with a model made anew, and grades the ends. */
export async function passRates(attempts: number, modelFor: (nth: number) => Model): Promise<PassRates> {
  const failures: string[] = [];
  let [passed, always] = [0, 0];
  for (const [at, task] of tasks.entries()) {
    let all = true;
    for (let nth = 0; nth < attempts; nth++) {
      const problems = await attempt(task, modelFor(at * attempts + nth));
      if (problems.length === 0) passed += 1;
      else failures.push(`${task.name}: ${problems.join('; ')}`);
      all &&= problems.length === 0;
    }
    if (all) always += 1;
  }
  const share = (part: number, whole: number) => Math.round((part / whole) * 10_000) / 10_000;
  return {
    tasks: tasks.length,
    attempts,
    pass1: share(passed, tasks.length * attempts),
    passAll: share(always, tasks.length),
    failures,
  };
}
