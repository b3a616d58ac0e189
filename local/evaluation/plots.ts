/** As wide as the bars, so that writing is as large in both. */
const size = { width: 540, height: 280, left: 64, right: 12, top: 12, bottom: 44 };

/** A line through points of 0 to 1 on both axes as inline SVG, with the diagonal of perfect answers when asked for. */
export function linePlot(
  points: readonly { x: number; y: number }[],
  labels: { x: string; y: string; title: string },
  { diagonal = false, from = 0 } = {},
): string {
  const x = (value: number) => size.left + value * (size.width - size.left - size.right);
  const y = (value: number) =>
    size.height - size.bottom - ((value - from) / (1 - from)) * (size.height - size.top - size.bottom);
  const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1];
  const path = points
    .map((point, i) => `${i === 0 ? 'M' : 'L'}${x(point.x).toFixed(1)} ${y(point.y).toFixed(1)}`)
    .join('');
  return [
    `<svg viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${labels.title}">`,
    ...ticks.map(
      (tick) => `<text x="${x(tick)}" y="${size.height - 26}" text-anchor="middle">${tick.toFixed(1)}</text>`,
    ),
    ...ticks
      .map((tick) => from + tick * (1 - from))
      .map(
        (tick) =>
          `<line class="grid" x1="${x(0)}" x2="${x(1)}" y1="${y(tick)}" y2="${y(tick)}"/><text x="${x(0) - 8}" y="${y(tick) + 4}" text-anchor="end">${tick.toFixed(1)}</text>`,
      ),
    diagonal ? `<line class="ideal" x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}"/>` : '',
    `<path class="line" d="${path}"/>`,
    ...points.map((point) => `<circle cx="${x(point.x).toFixed(1)}" cy="${y(point.y).toFixed(1)}" r="3.5"/>`),
    `<text x="${x(0.5)}" y="${size.height - 6}" text-anchor="middle">${labels.x}</text>`,
    `<text transform="translate(14 ${y((1 + from) / 2)}) rotate(-90)" text-anchor="middle">${labels.y}</text>`,
    '</svg>',
  ].join('');
}

/** Named shares of 0 to 1 as horizontal bars, the last one emphasised. */
export function barPlot(bars: readonly { name: string; value: number }[], title: string): string {
  const height = bars.length * 26 + 8;
  const rows = bars.map(({ name, value }, i) => {
    const y = i * 26 + 8;
    const last = i === bars.length - 1 ? ' class="ours"' : '';
    return `<text x="0" y="${y + 13}">${name}</text><rect${last} x="270" y="${y}" width="${(value * 220).toFixed(1)}" height="18"/><text x="${(276 + value * 220).toFixed(1)}" y="${y + 13}">${value.toFixed(3)}</text>`;
  });
  return `<svg viewBox="0 0 540 ${height}" role="img" aria-label="${title}">${rows.join('')}</svg>`;
}
