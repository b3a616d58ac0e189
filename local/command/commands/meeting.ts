import { Command } from 'commander';
import * as z from 'zod';
import { moveMeeting } from '#functions/arrange-meeting/move-meeting.ts';
import { recordMeeting } from '#functions/arrange-meeting/record-meeting.ts';
import { type Meeting, MeetingId, MeetingRating } from '#shared/domain/meetings/meeting.ts';
import type { MeetingRecord } from '#shared/domain/meetings/moves.ts';
import { ClientId } from '#shared/domain/values/ids.ts';
import { type Instant, instantOf } from '#shared/domain/values/iso-date.ts';
import { describeMeeting, describeReviews } from '../describe-meetings.ts';
import { reviewsOf } from '../reviews-of.ts';
import { say } from '../terminal.ts';
import { type CommonOptions, readBy, withCommonOptions, withData } from './options.ts';

interface Options extends CommonOptions {
  readonly meeting?: MeetingId;
  readonly notes?: string;
}
interface HeldOptions extends Options {
  readonly rating?: number;
  readonly point: readonly string[];
  readonly outcome: readonly string[];
  readonly next: readonly string[];
}
interface MoveOptions extends Options {
  readonly to: Instant;
}

const aRating = 'use a whole number from 1 to 10';
const Rating = z.coerce.number(aRating).refine((rating) => MeetingRating.safeParse(rating).success, aRating);
const Notes = z.string().trim().min(1, 'say something').max(4000, 'use at most 4000 characters');
const Line = z.string().trim().min(1, 'say something').max(400, 'use at most 400 characters');
/** An instant is exact; a shorter text would be a guess at the zone. */
const Time = z
  .string()
  .refine((text) => /(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text)), {
    message: 'use a time with its zone, for example 2026-11-19T10:00-06:00',
  })
  .transform((text) => instantOf(new Date(text)));

/** What became of meetings is for the operator to say; the share of clients with a review counts only those held. */
export const meetingCommand = (): Command =>
  new Command('meeting')
    .description('Show the meetings with clients, say what became of them, or give one another time.')
    .addCommand(listCommand())
    .addCommand(heldCommand())
    .addCommand(recordCommand('missed', 'missed', 'Say that nobody of the client came.'))
    .addCommand(recordCommand('cancel', 'cancelled', 'Call the next meeting off, which gives its time back.'))
    .addCommand(moveCommand());

const listCommand = () =>
  withCommonOptions(new Command('list'))
    .description('Show every meeting around now, and how many active clients had their review this month.')
    .action((options: CommonOptions) =>
      withData(options, async ({ runtime }) => {
        const reviews = await reviewsOf(runtime.table, runtime.clock.now());
        say(options.json, reviews, () => describeReviews(reviews));
      }),
    );

const heldCommand = () =>
  aboutOneMeeting('held', 'Say that a meeting took place, and what came of it.')
    .option('--rating <number>', 'how the participants rated it, 1 to 10', readBy(Rating))
    .option('--point <text>', 'what was talked about; may be given again', many(readBy(Line)), [])
    .option('--outcome <text>', 'what was decided; may be given again', many(readBy(Line)), [])
    .option('--next <text>', 'who does what next; may be given again', many(readBy(Line)), [])
    .action((clientId: ClientId, options: HeldOptions) => {
      const { rating, point: points, outcome: outcomes, next: nextSteps } = options;
      const record = {
        outcome: 'held',
        points,
        outcomes,
        nextSteps,
        ...(rating === undefined ? {} : { rating }),
      } as const;
      return recordIt(clientId, options, record);
    });

const recordCommand = (name: string, outcome: 'missed' | 'cancelled', description: string) =>
  aboutOneMeeting(name, description).action((clientId: ClientId, options: Options) =>
    recordIt(clientId, options, { outcome }),
  );

const moveCommand = () =>
  aboutOneMeeting('move', 'Give a meeting another time that you agreed on with the client.')
    .requiredOption('--to <time>', 'when, with its zone: 2026-11-19T10:00-06:00', readBy(Time))
    .action((clientId: ClientId, options: MoveOptions) =>
      withData(options, async ({ runtime }) => {
        const wanted = { clientId, at: options.to, ...(options.meeting ? { meetingId: options.meeting } : {}) };
        const moved = await moveMeeting(runtime.table, runtime.clock, wanted);
        await runtime.drain();
        tell(moved, options);
      }),
    );

const aboutOneMeeting = (name: string, description: string) =>
  withCommonOptions(new Command(name))
    .description(description)
    .argument('<client>', 'a client\'s id, for example "big-12"', readBy(ClientId))
    .option(
      '--meeting <id>',
      'which one; by default the latest that has begun, or to cancel or move the next',
      readBy(MeetingId),
    )
    .option('--notes <text>', 'for yourself and whoever comes after you', readBy(Notes));

const recordIt = (clientId: ClientId, options: Options, record: MeetingRecord) =>
  withData(options, async ({ runtime }) => {
    const { meeting, notes } = options;
    const said = { ...record, ...(notes === undefined ? {} : { notes }) };
    const recorded = await recordMeeting(runtime.table, runtime.clock, {
      ...said,
      clientId,
      ...(meeting ? { meetingId: meeting } : {}),
    });
    await runtime.drain();
    tell(recorded, options);
  });

const tell = (meeting: Meeting, { json }: CommonOptions) => say(json, meeting, () => describeMeeting(meeting));

const many =
  <T>(read: (text: string) => T) =>
  (text: string, before: readonly T[]): readonly T[] => [...before, read(text)];
