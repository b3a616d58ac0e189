import type { Hono } from 'hono';
import type { Deps, FunctionDefinition, MailSettings } from '#functions/define-function.ts';
import { functions as registry } from '#functions/index.ts';
import { offlineWriter } from '#shared/adapters/offline-writer.ts';
import { dataKeys } from '#shared/adapters/personal-data/data-keys.ts';
import { keyedPseudonyms } from '#shared/adapters/personal-data/keyed-pseudonyms.ts';
import { sealedTable } from '#shared/adapters/personal-data/sealed-table.ts';
import { openSqlite } from '#shared/adapters/sqlite/open-sqlite.ts';
import { templateMeetings } from '#shared/adapters/template-meetings.ts';
import type { Bus } from '#shared/ports/bus.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { Inventory } from '#shared/ports/inventory.ts';
import type { Log } from '#shared/ports/log.ts';
import type { Mailer } from '#shared/ports/mailer.ts';
import type { Meetings } from '#shared/ports/meetings.ts';
import type { Model } from '#shared/ports/model.ts';
import type { Pseudonyms } from '#shared/ports/pseudonyms.ts';
import type { Redrive } from '#shared/ports/redrive.ts';
import type { Secrets } from '#shared/ports/secrets.ts';
import type { Table } from '#shared/ports/table.ts';
import { httpApp } from '#shared/runtime/http.ts';
import { deliver } from './deliver.ts';
import { heartbeat } from './heartbeat.ts';
import { type Disorder, localBus } from './local-bus.ts';
import { localMailer } from './local-mailer.ts';
import { localOperator, noIdentity } from './local-operator.ts';
import { reachedTime } from './local-state.ts';
import { masterKeyBeside } from './master-key-file.ts';
import { provide } from './provide.ts';
import { redriveLocally } from './redrive-locally.ts';
import { relay } from './relay.ts';
import { router } from './router.ts';
import { scheduler } from './scheduler.ts';

export interface RuntimeOptions {
  /** A SQLite file, or `:memory:`. */
  readonly file: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly secrets: Secrets;
  readonly settings: MailSettings;
  readonly mailer?: Mailer;
  /** Rooms that are always open, unless a test says otherwise. */
  readonly meetings?: Meetings;
  /** The offline writer, unless somebody says otherwise. */
  readonly model?: Model;
  /** Every function there is, unless a test or a simulation says otherwise. */
  readonly functions?: readonly FunctionDefinition[];
  /** For tests: how badly events are delivered. */
  readonly disorder?: Disorder;
  /** For tests: changes what the functions are given, for example to let calls fail. */
  readonly disturb?: (everything: Deps) => Deps;
  /** How long to wait after the nth failed attempt of a delivery, in milliseconds. */
  readonly retryAfterMs?: (attempts: number) => number;
}

/** The whole system in one process. */
export interface Runtime {
  readonly table: Table;
  readonly pseudonyms: Pseudonyms;
  readonly inventory: Inventory;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly log: Log;
  readonly model: Model;
  readonly redrive: Redrive;
  /** Serves the routes of all functions. */
  readonly app: Hono;
  /** Wakes the scheduled functions whose time has come; says which. */
  wakeDue(): Promise<readonly string[]>;
  /** Works until no event waits for any function. Tells now and then how many deliveries still wait. */
  drain(onWaiting?: (deliveries: number) => void): Promise<void>;
  /** Leaves nothing in the file of what was deleted or expired. */
  compact(): void;
  /** Keeps working, schedules included, until `close`. */
  start(): void;
  /** Ends the work, works off what is due, and closes the file. Nothing is lost: what is left waits for the next start. */
  close(): Promise<void>;
}

/** They lead nowhere. */
const localRooms = templateMeetings('https://meet.heliix.example/{clientId}/{meetingId}');
const beatMs = 500;
/** Enough for facts that arrived together to be scored together, few enough for requests to get their turn. */
const deliveriesAtOnce = 100;

/** Wires every function to the adapters of one machine. What listens to what comes from the definitions alone. */
export function openRuntime(options: RuntimeOptions): Runtime {
  const { clock, log, functions = registry, disorder, disturb = (same: Deps) => same } = options;
  const sqlite = openSqlite(options.file, clock);
  const { stream, queue } = sqlite;
  const routing = router({ step: () => step(), queue, log });

  const keys = dataKeys({ table: sqlite.table, masterKey: masterKeyBeside(options.file), clock });
  const pseudonyms = keyedPseudonyms(keys);
  const table = waking(sealedTable(sqlite.table, keys), routing.wake);
  const bus = localBus({ functions: functions.filter((f) => 'on' in f), queue, clock, disorder });
  const { mailer = localMailer, secrets, settings, meetings = localRooms, model = offlineWriter } = options;
  const operators = localOperator({ table, secrets, clock });
  const everything = disturb({
    table,
    pseudonyms,
    operators,
    identity: noIdentity,
    bus,
    mailer,
    secrets,
    settings,
    meetings,
    model,
    standbyMeetings: localRooms,
    clock,
    log,
  });
  const depsFor = (definition: FunctionDefinition) => provide(definition, everything);

  const streaming = functions.filter((f) => 'stream' in f);
  const atOnce = () => (disorder ? 1 + Math.floor(disorder.random() * 20) : deliveriesAtOnce);
  const delivering = { functions, depsFor, queue, table, clock, log, atOnce, retryAfterMs: options.retryAfterMs };
  const step = async () =>
    [relay({ functions: streaming, stream, queue, clock }), await deliver(delivering)].includes(true);

  const schedules = scheduler({
    functions: functions.filter((f) => 'every' in f),
    table,
    clock,
    wake: (functionName, event) => queue.enqueue([{ functionName, event, dueAt: clock.wall().getTime() }]),
  });
  const served = functions.filter((f) => 'routes' in f);

  let beating: { stop(): Promise<void> } | undefined;
  const beat = async () => {
    if ((await schedules.wakeDue()).length > 0) sqlite.purgeExpired();
    await table.commit([reachedTime.put(clock.now())]);
  };
  return {
    table,
    pseudonyms,
    inventory: sqlite.inventory,
    bus,
    clock,
    log,
    model,
    redrive: redriveLocally({
      functionNames: functions.filter((f) => !('routes' in f)).map(({ name }) => name),
      table,
      queue,
      clock,
    }),
    app: httpApp(served, { log, operators }, depsFor),
    wakeDue: schedules.wakeDue,
    drain: routing.drain,
    compact() {
      sqlite.purgeExpired();
      sqlite.compact();
    },
    start() {
      routing.start();
      beating ??= heartbeat(beatMs, () =>
        beat().catch((error: unknown) => log.error('a beat failed', { error: String(error) })),
      );
    },
    async close() {
      await beating?.stop();
      await routing.stop();
      sqlite.close();
    },
  };
}

/** A commit may announce something, so the router looks at once. */
function waking(table: Table, wake: () => void): Table {
  return {
    get: (key) => table.get(key),
    getAll: (keys) => table.getAll(keys),
    query: (query) => table.query(query),
    async commit(changes) {
      await table.commit(changes);
      wake();
    },
  };
}
