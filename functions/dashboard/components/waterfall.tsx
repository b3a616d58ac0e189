import type { Child } from 'hono/jsx';
import type { HealthBand } from '#shared/domain/health/band.ts';
import type { Axis } from '#shared/domain/health/explain-waterfall.ts';
import { points } from '../words.ts';
import { Table } from './table.tsx';

/** A line of a waterfall, in hundredths of a point: it stretches from where the line before it ended. */
interface Line {
  readonly name: string;
  readonly how: Child;
  readonly hundredths: number;
  readonly from: number;
  readonly to: number;
  /** The most it could bring; what is missing is shown behind it. */
  readonly most?: number;
}

/** Where a waterfall begins or ends. */
interface Level {
  readonly name: string;
  readonly how: Child;
  readonly hundredths: number;
  readonly band: HealthBand;
}

interface Props {
  readonly caption: string;
  readonly axis: Axis;
  /** Absent when it begins at nothing. */
  readonly start?: Level;
  readonly lines: readonly Line[];
  readonly end: Level;
  /** Whether lines are moves up and down, and written with their sign, or parts of a whole. */
  readonly moves?: boolean;
}

/**
 * A waterfall that is a table: each row has its words and figures, and draws its bar where the row above left off. Nothing
 * is said by the drawing alone, so it is hidden from readers.
 */
export function Waterfall({ caption, axis, start, lines, end, moves = false }: Props) {
  const rows: readonly Row[] = [
    ...(start ? [{ level: start }] : []),
    ...lines.map((line, i) => ({ line, first: !start && i === 0 })),
  ];
  return (
    <Table
      caption={caption}
      rows={rows}
      columns={[
        {
          title: moves ? 'What moved it' : 'Contribution',
          kind: 'heading',
          cell: ({ line, level }) => <Words of={line ?? level} />,
        },
        {
          title: `Points from ${axis.from} to ${axis.to}`,
          kind: 'flow',
          head: <Scale axis={axis} />,
          cell: ({ line, level, first }) =>
            line ? (
              <Bar line={line} axis={axis} moves={moves} first={first} />
            ) : (
              level && <Reached level={level} axis={axis} />
            ),
        },
        {
          title: 'Points',
          kind: 'number',
          cell: ({ line, level }) => (line ? points(line.hundredths, moves) : level && points(level.hundredths)),
        },
      ]}
      footer={[<Words of={end} />, <Reached level={end} axis={axis} last />, points(end.hundredths)]}
    />
  );
}

type Row =
  | { readonly line: Line; readonly first: boolean; readonly level?: never }
  | { readonly level: Level; readonly line?: never; readonly first?: never };

const Words = ({ of }: { of: Pick<Line, 'name' | 'how'> | undefined }) => (
  <>
    {of?.name} <small>{of?.how}</small>
  </>
);

/** The points of the axis, over the column of bars. */
const Scale = ({ axis }: { axis: Axis }) => (
  <>
    <span class="unseen">{`Points from ${axis.from} to ${axis.to}`}</span>
    <svg aria-hidden="true" width="100%" height="100%">
      {axis.ticks.map((tick, i) => (
        <text
          class={i % 2 === 1 ? 'spacious' : undefined}
          x={x(axis, tick * 100)}
          y="100%"
          dy="-8"
          text-anchor="middle"
        >
          {tick}
        </text>
      ))}
    </svg>
  </>
);

const thickness = 14;

interface BarProps {
  readonly line: Line;
  readonly axis: Axis;
  readonly moves: boolean;
  /** Whether nothing stands above it. */
  readonly first: boolean;
}

function Bar({ line: { from, to, most }, axis, moves, first }: BarProps) {
  const [left, right] = [Math.min(from, to), Math.max(from, to)];
  const direction = to < from ? 'loss' : 'gain';
  return (
    <svg aria-hidden="true" width="100%" height="100%">
      <Grid axis={axis} />
      {most !== undefined && <Stretch kind="most" axis={axis} left={from} right={from + most} />}
      {!first && <line class="link" x1={x(axis, from)} x2={x(axis, from)} y2="50%" />}
      <line class="link" x1={x(axis, to)} x2={x(axis, to)} y1="50%" y2="100%" />
      <Stretch kind={moves || to < from ? direction : 'part'} axis={axis} left={left} right={right} />
    </svg>
  );
}

const Stretch = ({ kind, axis, left, right }: { kind: string; axis: Axis; left: number; right: number }) => (
  <rect
    class={kind}
    x={x(axis, left)}
    y="50%"
    width={`${share(axis, right) - share(axis, left)}%`}
    height={thickness}
    transform={`translate(0 ${-thickness / 2})`}
  />
);

/** A whole: a bar where the axis begins at nothing, else a mark, since a cut-off bar would tell a wrong proportion. */
function Reached({ level, axis, last = false }: { level: Level; axis: Axis; last?: boolean }) {
  const at = x(axis, level.hundredths);
  return (
    <svg class={level.band} aria-hidden="true" width="100%" height="100%">
      <Grid axis={axis} />
      <line class="link" x1={at} x2={at} {...(last ? { y2: '50%' } : { y1: '50%', y2: '100%' })} />
      {axis.from === 0 && last ? (
        <Stretch kind="whole" axis={axis} left={0} right={level.hundredths} />
      ) : (
        <circle class="whole" cx={at} cy="50%" r="6" />
      )}
    </svg>
  );
}

const Grid = ({ axis }: { axis: Axis }) => (
  <>
    {axis.ticks.map((tick) => (
      <line class="grid" x1={x(axis, tick * 100)} x2={x(axis, tick * 100)} y2="100%" />
    ))}
  </>
);

const share = ({ from, to }: Axis, hundredths: number) =>
  Math.round(((hundredths / 100 - from) / (to - from)) * 10_000) / 100;
const x = (axis: Axis, hundredths: number) => `${share(axis, hundredths)}%`;
