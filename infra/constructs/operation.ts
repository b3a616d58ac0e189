import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  MathExpression,
  Metric,
  SingleValueWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { dollarsADay, type MetricName, metrics } from '#shared/ports/metrics.ts';
import { metricsNamespace } from '../provisions.ts';
import type { Settings } from '../settings.ts';
import type { AppFunction } from './app-function.ts';
import type { FrontDoor } from './front-door.ts';
import type { OperatorAlarms } from './operator-alarms.ts';

interface OperationProps {
  readonly alarms: OperatorAlarms;
  readonly targets: readonly AppFunction[];
  readonly door: FrontDoor;
  readonly table: ITableV2;
  readonly settings: Settings;
}

/** The operator's view of the whole: one dashboard, and the alarms that belong to no single function. */
export class Operation extends Construct {
  readonly #namespace: string;

  constructor(scope: Construct, id: string, { alarms, targets, door, table, settings }: OperationProps) {
    super(scope, id);
    this.#namespace = metricsNamespace(settings);
    this.#watch(alarms);

    const day = { period: Duration.days(1) };
    const letters = targets.map(({ deadLetters, node }) =>
      deadLetters.queue.metricApproximateNumberOfMessagesVisible({ statistic: 'max', label: node.id }),
    );
    const ofLambdas = (metricName: string) => new Metric({ namespace: 'AWS/Lambda', metricName, statistic: 'sum' });
    const dashboard = new Dashboard(this, 'Dashboard', { defaultInterval: Duration.days(7) });
    dashboard.addWidgets(new AlarmStatusWidget({ title: 'Alarms', alarms: alarms.all, width: 24, height: 4 }));
    dashboard.addWidgets(
      single('Clients not scored since yesterday', this.#ours('StaleScores', { statistic: 'max' })),
      single('Clients scored a day', this.#ours('ClientsScored', day)),
      single('Mails in doubt', this.#ours('MailsInDoubt', { statistic: 'max' })),
      single('Estimated cost of the month, $ (us-east-1, with billing alerts on)', monthlyCost),
    );
    dashboard.addWidgets(
      graph('Mail by outcome', this.#by('Mails')),
      graph(
        'Mail health: our switch trips at 3% bounces, 0.08% complaints',
        this.#ours('BouncedPercent', { statistic: 'max' }),
        this.#ours('ComplainedPercent', { statistic: 'max' }),
      ),
    );
    dashboard.addWidgets(
      graph('Runs of agents by how they ended', this.#by('AgentRuns')),
      graph(`What models cost a day, $ (at ${dollarsADay} they rest)`, this.#ours('AgentDollars', day)),
    );
    dashboard.addWidgets(graph('Dead letters', ...letters), graph('Refused webhooks', this.#by('RefusedWebhooks')));
    dashboard.addWidgets(
      graph('Requests', door.api.metricCount(), door.api.metricClientError(), door.api.metricServerError()),
      graph(
        'Answer time, ms',
        door.api.metricLatency({ statistic: 'p50' }),
        door.api.metricLatency({ statistic: 'p99' }),
      ),
    );
    dashboard.addWidgets(
      graph('Functions', ofLambdas('Invocations'), ofLambdas('Errors'), ofLambdas('Throttles')),
      graph('Table capacity', table.metricConsumedReadCapacityUnits(), table.metricConsumedWriteCapacityUnits()),
    );
  }

  #watch(alarms: OperatorAlarms): void {
    const throttles = new Metric({
      namespace: 'AWS/Lambda',
      metricName: 'Throttles',
      statistic: 'sum',
      period: Duration.minutes(5),
    });
    alarms.watch(this, 'Throttled', 'throttled', { metric: throttles, above: 100, periods: 3, subject: 'Lambda:' });
    alarms.watch(this, 'Stale', 'stale-scores', {
      metric: this.#ours('StaleScores', { statistic: 'max', period: Duration.hours(1) }),
      above: 0,
      periods: 2,
      alsoWhenMissing: true,
      subject: 'Scoring:',
    });
    alarms.watch(this, 'InDoubt', 'mail-in-doubt', {
      metric: this.#ours('MailsInDoubt', { statistic: 'max', period: Duration.hours(1) }),
      above: 0,
      subject: 'Mail:',
    });
    const reputation = (metricName: string) =>
      new Metric({ namespace: 'AWS/SES', metricName, statistic: 'max', period: Duration.hours(1) });
    const bounces = reputation('Reputation.BounceRate');
    alarms.watch(this, 'Bounces', 'bounces', { metric: bounces, above: 0.025, subject: 'Mail:' });
    const complaints = reputation('Reputation.ComplaintRate');
    alarms.watch(this, 'Complaints', 'complaints', { metric: complaints, above: 0.0006, subject: 'Mail:' });
    const spend = this.#ours('AgentDollars', { period: Duration.days(1) });
    alarms.watch(this, 'Spend', 'agent-spend', { metric: spend, above: 0.8 * dollarsADay, subject: 'Agents:' });
    const metric = this.#ours('RefusedWebhooks', { period: Duration.minutes(5) });
    alarms.watch(this, 'Refused', 'refused-webhooks', { metric, above: 20, subject: 'Webhooks:' });
  }

  #ours(metricName: MetricName, { statistic = 'sum', period = Duration.minutes(5) } = {}): Metric {
    return new Metric({ namespace: this.#namespace, metricName, statistic, period });
  }

  /** One line for each value that has been seen. */
  #by(metricName: 'Mails' | 'AgentRuns' | 'RefusedWebhooks'): IMetric {
    const { by } = metrics[metricName];
    const expression = `SEARCH('{${this.#namespace},${by}} MetricName="${metricName}"', 'Sum', 3600)`;
    return new MathExpression({ expression, usingMetrics: {}, label: '', period: Duration.hours(1) });
  }
}

const monthlyCost = new Metric({
  namespace: 'AWS/Billing',
  metricName: 'EstimatedCharges',
  dimensionsMap: { Currency: 'USD' },
  statistic: 'max',
  period: Duration.hours(6),
});
const single = (title: string, metric: IMetric): IWidget =>
  new SingleValueWidget({ title, metrics: [metric], width: 6, height: 4 });
const graph = (title: string, ...left: IMetric[]): IWidget => new GraphWidget({ title, left, width: 12, height: 6 });
