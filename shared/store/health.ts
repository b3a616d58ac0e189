/**
 * Health: one snapshot per client and day, and where the client stands now.
 *   on a day, over time      pk = CLIENT#<id>  sk = HEALTH#<date>
 *   standing                 pk = CLIENT#<id>  sk = STANDING     the latest snapshot; its version guards scoring
 *   portfolio, worst first   lists: STANDINGS, by score
 */
import * as z from 'zod';
import { HealthAssessment } from '#shared/domain/health/assessment.ts';
import { ClientId } from '#shared/domain/values/ids.ts';
import { addDays, type IsoDate } from '#shared/domain/values/iso-date.ts';
import { type Change, type Key, queryAll, type TableReader } from '#shared/ports/table.ts';

export const Standing = z.object({ clientId: ClientId, version: z.int(), assessment: HealthAssessment });
export type Standing = z.infer<typeof Standing>;

const partition = (clientId: ClientId) => `CLIENT#${clientId}`;
const standingKey = (clientId: ClientId): Key => ({ pk: partition(clientId), sk: 'STANDING' });

export const health = {
  /** The snapshot of a day. Scoring the same day again replaces it. */
  putSnapshot: (clientId: ClientId, assessment: HealthAssessment): Change => ({
    put: { pk: partition(clientId), sk: `HEALTH#${assessment.scoredOn}`, entity: 'health', assessment },
    require: 'any',
  }),

  /** Replaces the standing that was read, or writes the first one. */
  putStanding: (clientId: ClientId, assessment: HealthAssessment, replaces: Standing | undefined): Change => ({
    put: {
      ...standingKey(clientId),
      entity: 'standing',
      list: 'STANDINGS',
      listOrder: `${worstFirst(assessment)}#${clientId}`,
      clientId,
      assessment,
    },
    require: replaces ? { version: replaces.version } : 'absent',
  }),

  async standing(table: TableReader, clientId: ClientId): Promise<Standing | undefined> {
    const item = await table.get(standingKey(clientId));
    return item && Standing.parse(item);
  },

  /** Every client's standing, lowest score first, those without a score last. */
  async portfolio(table: TableReader): Promise<Standing[]> {
    const standings: Standing[] = [];
    for await (const item of queryAll(table, { index: 'lists', partition: 'STANDINGS' }))
      standings.push(Standing.parse(item));
    return standings;
  },

  /** The last assessment made on an earlier day. */
  async lastBefore(table: TableReader, clientId: ClientId, day: IsoDate): Promise<HealthAssessment | undefined> {
    const to = `HEALTH#${addDays(day, -1)}`;
    const query = { partition: partition(clientId), from: 'HEALTH#', to, order: 'descending', limit: 1 } as const;
    const [item] = (await table.query(query)).items;
    return item && HealthAssessment.parse(item.assessment);
  },

  /** Snapshots between two days, both included, oldest first. */
  async between(table: TableReader, clientId: ClientId, from: IsoDate, to: IsoDate): Promise<HealthAssessment[]> {
    const snapshots: HealthAssessment[] = [];
    const query = { partition: partition(clientId), from: `HEALTH#${from}`, to: `HEALTH#${to}` };
    for await (const item of queryAll(table, query)) snapshots.push(HealthAssessment.parse(item.assessment));
    return snapshots;
  },
};

const worstFirst = (assessment: HealthAssessment) =>
  assessment.outcome === 'scored' ? assessment.score.toFixed(2).padStart(6, '0') : 'unscored';
