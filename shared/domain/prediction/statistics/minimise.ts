/** A function to minimise: it returns its value at `x` and writes its gradient there into `gradient`. */
export type Objective = (x: Float64Array, gradient: Float64Array) => number;

const memory = 10;

/**
 * Minimises a smooth function by L-BFGS with a backtracking (Armijo) line search, from `start`.
 * Stops when the largest gradient component is below `tolerance`, or after `maxSteps`. (Nocedal and Wright, Numerical Optimization, algorithm 7.4)
 */
export function minimise(
  f: Objective,
  start: Float64Array,
  { tolerance, maxSteps }: { tolerance: number; maxSteps: number },
): Float64Array {
  let x = start.slice();
  let gradient = new Float64Array(x.length);
  let value = f(x, gradient);
  const past: { s: Float64Array; y: Float64Array; rho: number }[] = [];
  for (let step = 0; step < maxSteps && largest(gradient) > tolerance; step += 1) {
    const direction = quasiNewtonDirection(gradient, past);
    const slope = dot(direction, gradient);
    const nextGradient = new Float64Array(x.length);
    let length = past.length === 0 ? Math.min(1, 1 / largest(gradient)) : 1;
    let next = x;
    let nextValue = Number.POSITIVE_INFINITY;
    for (let halving = 0; halving < 40; halving += 1, length /= 2) {
      next = x.map((value, i) => value + length * (direction[i] ?? 0));
      nextValue = f(next, nextGradient);
      if (nextValue <= value + 1e-4 * length * slope) break;
    }
    if (!(nextValue < value)) break;
    const before = x;
    const s = next.map((value, i) => value - (before[i] ?? 0));
    const y = difference(nextGradient, gradient);
    const curvature = dot(s, y);
    if (curvature > 1e-12) past.push({ s, y, rho: 1 / curvature });
    if (past.length > memory) past.shift();
    x = next;
    gradient = nextGradient;
    value = nextValue;
  }
  return x;
}

function quasiNewtonDirection(
  gradient: Float64Array,
  past: readonly { s: Float64Array; y: Float64Array; rho: number }[],
): Float64Array {
  const q = gradient.map((value) => -value);
  const alphas: number[] = [];
  for (const { s, y, rho } of past.toReversed()) {
    const alpha = rho * dot(s, q);
    alphas.unshift(alpha);
    addTimes(q, -alpha, y);
  }
  const last = past.at(-1);
  if (last) {
    const scale = 1 / (last.rho * dot(last.y, last.y));
    for (let i = 0; i < q.length; i += 1) q[i] = (q[i] ?? 0) * scale;
  }
  for (const [i, { s, y, rho }] of past.entries()) addTimes(q, (alphas[i] ?? 0) - rho * dot(y, q), s);
  return q;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function addTimes(target: Float64Array, times: number, other: Float64Array): void {
  for (let i = 0; i < target.length; i += 1) target[i] = (target[i] ?? 0) + times * (other[i] ?? 0);
}

const difference = (a: Float64Array, b: Float64Array) => a.map((value, i) => value - (b[i] ?? 0));
const largest = (vector: Float64Array) => vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
