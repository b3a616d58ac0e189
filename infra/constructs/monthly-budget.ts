import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { Construct } from 'constructs';
import { onlyOnAws } from '../only-on-aws.ts';
import type { Settings } from '../settings.ts';

/**
 * What the account may cost a month. AWS mails the operator when 80 % is spent and when the month is forecast to exceed it;
 * it stops nothing: what could run away is bounded by concurrency and by the caps of the agents.
 */
export class MonthlyBudget extends Construct {
  constructor(scope: Construct, id: string, { monthlyBudget, operatorAddress }: Settings) {
    super(scope, id);
    const subscribers = [{ subscriptionType: 'EMAIL', address: operatorAddress }];
    const mailAbove = (notificationType: 'ACTUAL' | 'FORECASTED', threshold: number) => ({
      notification: { notificationType, comparisonOperator: 'GREATER_THAN', threshold, thresholdType: 'PERCENTAGE' },
      subscribers,
    });
    const budget = new CfnBudget(this, 'Budget', {
      budget: { budgetType: 'COST', timeUnit: 'MONTHLY', budgetLimit: { amount: monthlyBudget, unit: 'USD' } },
      notificationsWithSubscribers: [mailAbove('ACTUAL', 80), mailAbove('FORECASTED', 100)],
    });
    onlyOnAws(budget);
  }
}
