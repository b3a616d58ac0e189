import { isInDanger, type Risk, riskStageNames, timeInStages } from '#shared/domain/risk/risk.ts';
import type { IsoDate } from '#shared/domain/values/iso-date.ts';
import { capitalized, count, shortDate } from '../words.ts';

/** The stages a client in danger went through, the current one first, with the time in each. */
export function RiskStages({ risk, today }: { risk: Risk; today: IsoDate }) {
  return (
    <section aria-labelledby="risk">
      <h2 id="risk">Risk</h2>
      <ol class="stages">
        {timeInStages(risk, today)
          .reverse()
          .map(({ stage, since, because, days }, at) => (
            <li>
              <p>
                <b>{capitalized(riskStageNames[stage])}</b>
                <small>{at === 0 ? timeSoFar(days) : count(days, 'day')}</small>
              </p>
              <p>
                {because} <small>Since {shortDate(since)}</small>
              </p>
            </li>
          ))}
      </ol>
    </section>
  );
}

/** "Plan in place for 12 days": where a client in danger is; nothing for the others. */
export function RiskMark({ risk, today }: { risk: Risk | undefined; today: IsoDate }) {
  const now = isInDanger(risk) && timeInStages(risk, today).at(-1);
  if (!now) return null;
  return (
    <small>
      {capitalized(riskStageNames[now.stage])} {timeSoFar(now.days)}
    </small>
  );
}

const timeSoFar = (days: number) => (days === 0 ? 'since today' : `for ${count(days, 'day')}`);
