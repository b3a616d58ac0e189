import { styleText } from 'node:util';
import type { Axis } from '#shared/domain/health/explain-waterfall.ts';

/** A line of a waterfall at the terminal; `from` and `to` in hundredths of a point. */
export interface Bar {
  readonly name: string;
  readonly how: string;
  readonly points: string;
  readonly from: number;
  readonly to: number;
  /** `part` of a score, `move` up or down, or the `whole`. */
  readonly kind: 'part' | 'move' | 'whole';
}

const [narrowest, widest] = [20, 50];

/** Draws a waterfall in as many columns as the terminal has (100 when it is none), under the points of its axis. */
export function drawWaterfall(bars: readonly Bar[], axis: Axis, columns = process.stdout.columns ?? 100): string {
  const longest = (of: (bar: Bar) => string) => Math.max(...bars.map((bar) => of(bar).length));
  const [name, how, points] = [longest((bar) => bar.name), longest((bar) => bar.how), longest((bar) => bar.points)];
  const text = name + how + points + 8;
  const width = Math.max(narrowest, Math.min(widest, columns - text - 4));
  const at = (value: number) => Math.round(((value - axis.from) / (axis.to - axis.from)) * width);
  const scale = axis.ticks.reduce((line, tick) => line.padEnd(at(tick)) + tick, '');
  return [
    `${' '.repeat(text)}${scale}`,
    ...bars.map((bar) => {
      const words = `  ${bar.name.padEnd(name)}  ${bar.how.padEnd(how)}  ${bar.points.padStart(points)}  `;
      return `${words}${draw(bar, at(bar.from / 100), at(bar.to / 100))}`;
    }),
  ].join('\n');
}

/** A gain is solid and a loss is shaded, so that nothing hangs on colour. */
function draw({ kind, from, to }: Bar, begin: number, end: number): string {
  const [left, right] = [Math.min(begin, end), Math.max(begin, end)];
  const fill = left === right ? (from === to ? '·' : '▏') : (to < from ? '▒' : '█').repeat(right - left);
  return `${' '.repeat(left)}${coloured(kind, to - from, fill)}`;
}

function coloured(kind: Bar['kind'], moved: number, text: string): string {
  if (kind === 'whole') return styleText('bold', text, { stream: process.stdout });
  if (moved === 0 || (kind === 'part' && moved > 0)) return text;
  return styleText(moved < 0 ? 'red' : 'green', text, { stream: process.stdout });
}
