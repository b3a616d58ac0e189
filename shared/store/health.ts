/**
 * Health: one snapshot per client and day, what each was made from, and where the client stands now.
 *   on a day, over time      pk = CLIENT#<id>  sk = HEALTH#<date>
 *   made from what           pk = CLIENT#<id>  sk = INPUTS#<date>
 *   standing                 pk = CLIENT#<id>  sk = STANDING     the latest snapshot; its version guards scoring
 *   portfolio, worst first   lists: STANDINGS, by score
 */
import * as z from 'zod';
import { HealthAssessment } from '#shared/domain/health/assessment.ts';
import { HealthInputs } from '#shared/domain/health/inputs.ts';
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

  /** What the snapshot of a day was made from: apart, since it is larger and seldom looked at. */
  putInputs: (clientId: ClientId, scoredOn: IsoDate, inputs: HealthInputs): Change => ({
    put: { pk: partition(clientId), sk: `INPUTS#${scoredOn}`, entity: 'health-inputs', inputs },
    require: 'any',
  }),

  /** Undefined for a day without a snapshot, and for snapshots made before inputs were kept. */
  async inputs(table: TableReader, clientId: ClientId, scoredOn: IsoDate): Promise<HealthInputs | undefined> {
    const item = await table.get({ pk: partition(clientId), sk: `INPUTS#${scoredOn}` });
    return item && HealthInputs.parse(item.inputs);
  },

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

  /** The snapshots of these days, those that exist, in the order of the days. */
  async on(table: TableReader, clientId: ClientId, days: readonly IsoDate[]): Promise<HealthAssessment[]> {
    const items = await table.getAll(days.map((day) => ({ pk: partition(clientId), sk: `HEALTH#${day}` })));
    return items.map((item) => HealthAssessment.parse(item.assessment));
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
