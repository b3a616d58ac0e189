import type { LeadershipChange } from '../facts/leadership.ts';

/** The post a change is about, as lower-case words and hyphens: spelling apart, one role or one role of one school. */
export const postOf = ({ role, school = '' }: Pick<LeadershipChange, 'role' | 'school'>): string =>
  `${role} ${school}`
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .trim()
    .replaceAll(/[^a-z0-9]+/g, '-');
