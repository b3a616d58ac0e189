import type { Contract } from '#shared/domain/clients/client.ts';
import { renewalStage } from '#shared/domain/clients/renewal-stage.ts';
import { daysBetween, type IsoDate } from '#shared/domain/values/iso-date.ts';
import { distance, shortDate, stageNames } from '../words.ts';

/** When the contract ends, and where its clock stands. */
export function Renewal({ contract, today }: { contract: Contract | undefined; today: IsoDate }) {
  if (!contract) return <span class="quiet">No contract</span>;
  const stage = renewalStage(today, contract.end);
  return (
    <>
      {shortDate(contract.end)}
      <small class={stage === 'negotiation' || stage === 'expired' ? 'soon' : undefined}>
        {stageNames[stage]}, {distance(daysBetween(today, contract.end))}
      </small>
    </>
  );
}
