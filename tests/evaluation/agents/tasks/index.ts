import type { Task } from '../task.ts';
import { chooseTasks } from './choose.ts';
import { readTasks } from './read.ts';
import { riskTasks } from './risk.ts';
import { tellTasks } from './tell.ts';

export const tasks: readonly Task[] = [...riskTasks, ...chooseTasks, ...readTasks, ...tellTasks];
