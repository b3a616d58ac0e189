import { american } from './stories/american.ts';
import { bigTwelve } from './stories/big-12.ts';
import { conferenceUsa } from './stories/conference-usa.ts';
import { mountainWest } from './stories/mountain-west.ts';
import { sec } from './stories/sec.ts';
import type { Story } from './story.ts';

/** Every simulated client. */
export const stories: readonly Story[] = [bigTwelve, sec, mountainWest, american, conferenceUsa];
