import { askClient } from '#functions/ask-client/question.ts';
import { offlineWriter } from '#shared/adapters/offline-writer.ts';
import { runIdOf } from '#shared/domain/agents/run.ts';
import { ClientId } from '#shared/domain/values/ids.ts';
import { Instant } from '#shared/domain/values/iso-date.ts';
import type { World } from '#tests/fixtures/world.ts';

const question = 'how are they doing?';
const clientId = ClientId.parse('american');
const noon = Instant.parse('2026-11-20T18:00:00.000Z');

/** The run that `seedRun` leaves behind. */
export const seededRunId = runIdOf(clientId, noon, 'ask-client', `${noon} ${question}`);

/** A question about an office, asked and answered at noon. */
export const seedRun = (here: World) => askClient({ ...here, model: offlineWriter }, clientId, question);
