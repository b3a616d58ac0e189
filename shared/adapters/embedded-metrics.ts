import { type Measured, type MetricName, metrics } from '#shared/ports/metrics.ts';

/**
 * What a line measures in CloudWatch's embedded metric format, which becomes metrics without a request or a permission:
 * each value in all, and where the metric is told apart by something, for that as well.
 */
export function embeddedMetrics(namespace: string, { values, by }: Measured, now: Date) {
  const named = Object.entries(values) as [MetricName, number][];
  const apart = named.flatMap(([name]) => ('by' in metrics[name] && by !== undefined ? [metrics[name].by] : []));
  return {
    _aws: {
      Timestamp: now.getTime(),
      CloudWatchMetrics: [
        {
          Namespace: namespace,
          Dimensions: [[], ...apart.slice(0, 1).map((dimension) => [dimension])],
          Metrics: named.map(([Name]) => ({ Name, Unit: metrics[Name].unit })),
        },
      ],
    },
    ...Object.fromEntries(apart.map((dimension) => [dimension, by])),
    ...values,
  };
}
