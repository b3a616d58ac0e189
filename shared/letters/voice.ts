import type { ClientType, ContactRole } from '#shared/domain/clients/client.ts';
import type { MessageKind } from '#shared/domain/mail/message-kind.ts';
import type { Advice } from './parts/advice.ts';
import type { FigureGroup } from './parts/figures.ts';
import type { Highlight } from './parts/highlights.ts';

/** How a voice sounds, in one word. */
type Tone = 'strategic' | 'practical' | 'accountable' | 'results-first' | 'courteous';

/** What one kind of message says in this voice. A sentence whose facts are unknown is left out. */
export interface Script {
  /** States only what every client has: its name, its kind, the month or what the message requires. */
  readonly subject: string;
  readonly preheader: string;
  readonly opening: readonly string[];
  /** What we ask for, or what happens next. */
  readonly next: readonly string[];
}

interface Passage {
  readonly title: string;
  readonly says: readonly string[];
}

/** How we write to one kind of client. */
export interface Voice {
  readonly clientType: ClientType;
  readonly tone: Tone;
  /** Which figures come first. */
  readonly first: readonly FigureGroup[];
  /** By role; `anyone` for the roles not named. Contacts have no names in the record. */
  readonly greeting: Readonly<Partial<Record<ContactRole, string>>> & { readonly anyone: string };
  readonly closing: string;
  readonly scripts: Readonly<Record<MessageKind, Script>>;
  /** What a new client may expect, one line each. */
  readonly expectations: readonly string[];
  /** What follows on a ticket, by where it stands; `rising` where it could still become more urgent. */
  readonly ticket: { readonly open: string; readonly rising: string; readonly resolved: string };
  /** Savings of the contract year against what was promised by now. */
  readonly promise: { readonly ahead: string; readonly behind: string };
  /** Where the client stands among its peers; `alone` says the adoption where it is all that can be told. */
  readonly peers: {
    readonly savings: string;
    readonly adoption: string;
    readonly alone: string;
    readonly withheld: string;
  };
  readonly praise: { readonly title: string; readonly for: Readonly<Record<Highlight, string>> };
  readonly advice: { readonly title: string; readonly for: Readonly<Record<Advice, readonly string[]>> };
  /** A meeting that is proposed, has another time, or is called off. */
  readonly meeting: Passage & { readonly moved: Passage; readonly cancelled: Passage };
}
