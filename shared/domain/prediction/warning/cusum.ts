/** How a two-sided CUSUM is set, in standard deviations. */
export interface CusumSettings {
  /** A drift smaller than this is let pass. */
  readonly slack: number;
  /** The sum that raises the alarm. */
  readonly alarm: number;
  /** The sum at which a raised alarm is over. */
  readonly clear: number;
}

export const usualCusum: CusumSettings = { slack: 0.5, alarm: 5, clear: 1 };

export interface CusumState {
  readonly rising: number;
  readonly falling: number;
  /** Which way the series has left its course, until it is clear again. */
  readonly alarm: 'rising' | 'falling' | undefined;
}

export const calm: CusumState = { rising: 0, falling: 0, alarm: undefined };

/** The most a sum may hold, in alarms: so that a long trouble, once over, clears in months rather than years. */
const ceiling = 2;

/** The state after one more standardised error; a missing one (NaN) changes nothing (Page 1954). */
export function cusumStep(state: CusumState, error: number, settings: CusumSettings = usualCusum): CusumState {
  if (Number.isNaN(error)) return state;
  const most = settings.alarm * ceiling;
  const rising = Math.min(most, Math.max(0, state.rising + error - settings.slack));
  const falling = Math.min(most, Math.max(0, state.falling - error - settings.slack));
  return { rising, falling, alarm: alarmOf(state.alarm, rising, falling, settings) };
}

function alarmOf(before: CusumState['alarm'], rising: number, falling: number, settings: CusumSettings) {
  if (falling >= settings.alarm && falling >= rising) return 'falling';
  if (rising >= settings.alarm) return 'rising';
  if (before === 'falling' && falling > settings.clear) return 'falling';
  return before === 'rising' && rising > settings.clear ? 'rising' : undefined;
}

/** The states after each value of a series of standardised errors. */
export function cusum(errors: readonly number[], settings: CusumSettings = usualCusum): CusumState[] {
  let state = calm;
  return errors.map((error) => {
    state = cusumStep(state, error, settings);
    return state;
  });
}
