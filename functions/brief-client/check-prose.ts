import { isAppError } from '#shared/domain/errors.ts';
import { featureNames } from '#shared/domain/figures/adoption.ts';
import { ground } from '#shared/domain/grounding/ground.ts';
import { houseWords } from '#shared/domain/grounding/house.ts';
import type { Picture } from './load-picture.ts';

/** What a prose says that no fact of the picture shows, one line each; none when it is sound. */
export function checkProse(
  proses: readonly string[],
  { sheet, office, others }: Pick<Picture, 'sheet' | 'office' | 'others'>,
): string[] {
  const about = {
    style: 'en-US',
    others,
    house: houseWords,
    ours: Object.values(featureNames),
    today: office.today,
  } as const;
  try {
    // Each on lines of its own, as it will be shown.
    const { ungrounded } = ground(proses.join('\n\n'), sheet, about);
    return ungrounded.map(({ what, text, why }) => `${what} “${text}”: ${why}`);
  } catch (error) {
    if (!isAppError(error, 'grounding.unknown-fact')) throw error;
    return [`no such facts: ${String(error.details.places)}`];
  }
}
