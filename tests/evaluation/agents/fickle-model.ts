import { AppError } from '#shared/domain/errors.ts';
import type { Model } from '#shared/ports/model.ts';
import { answers, prices, says, stopped, uses } from '#tests/fixtures/models/scripted.ts';
import { seeded } from '#tests/journeys/world.ts';

/**
 * A model as moody as any: of its answers three in ten are throttled, others are late, malformed, cut off, call tools that do
 * not exist or write figures of their own; the rest is what our template says. The same seed, the same moods.
 */
export function fickleModel(seed: number): Model {
  const random = seeded(seed * 7_919 + 17);
  return {
    name: 'fickle model',
    prices: { reader: prices, writer: prices },
    async converse({ template }) {
      const mood = random();
      if (mood < 0.3) throw new AppError('model.throttled');
      if (mood < 0.36) throw new AppError('model.timeout');
      if (mood < 0.42) return stopped('malformed');
      if (mood < 0.48) return stopped('max-tokens', { text: 'To begin with,' });
      if (mood < 0.54) return says(uses('send_mail', { to: 'everybody' }));
      if (mood < 0.6) return says(uses('figures_of_month', { month: '2026-09' }));
      if (mood < 0.66) return says(answers({ nonsense: true }));
      if (mood < 0.76) return says(answers(lying(template) as never));
      return says(answers(template as never));
    },
  };
}

/** The same answer with a figure in it that nobody knows. */
const lying = (template: unknown): unknown => {
  if (typeof template === 'string') return / /.test(template) ? `${template} That is 4,711 more.` : template;
  if (Array.isArray(template)) return template.map(lying);
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(Object.entries(template).map(([name, value]) => [name, lying(value)]));
};
