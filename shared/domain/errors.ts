/** Everything we foresaw going wrong, with the sentence a person reads. Anything else is a bug and stays loud. */
const messages = {
  'client.not-found': 'No client has this id.',
  'health.not-scored': 'No score is stored of this client for this day.',
  'table.conflict': 'Another writer changed the same item first.',
  'table.too-large': 'An item is larger than 400 KB, or a commit than 4 MB.',
  'table.too-many-changes': 'A commit may hold at most 100 changes, and each key once.',
  'table.bad-change': 'A change breaks the rules of the table.',
  'table.bad-query': 'A query breaks the rules of the table.',
  'bus.rejected': 'The event bus did not take every event.',
  'mail.refused': 'The mail service refused the message, so it was not sent.',
  'mail.throttled': 'The mail service asked us to slow down; the message was not sent.',
  'mail.quota-exceeded': 'The mail service takes no more mail for a day; the message was not sent.',
  'mail.unreachable': 'The mail service could not be reached; the message was not sent.',
  'mail.unknown': 'No mail is stored under this id.',
  'mail.in-progress': 'Another attempt to send this mail has not ended yet.',
  'message.not-found': 'No message is stored under this id.',
  'message.settled': 'This message no longer waits: it was mailed, dropped or cancelled.',
  'message.bad-decision': 'This cannot be decided about the message.',
  'preview.no-occasion': 'There is no mail of this kind to show.',
  'meetings.unavailable': 'The video service cannot be reached or is too busy; the meeting can be arranged later.',
  'meetings.refused': 'The video service refused to arrange the meeting.',
  'meeting.not-found': 'No such meeting is stored of this client.',
  'meeting.in-progress': 'Another attempt to arrange this meeting has not ended yet.',
  'meeting.too-early': 'A meeting cannot be held or missed before it begins.',
  'meeting.too-late': 'A meeting cannot be moved to a time that has passed.',
  'meeting.settled': 'The meeting is over or was cancelled, so this can no longer happen to it.',
  'meeting.double-booked': 'Another meeting takes place at that time, and there is one operator.',
  'secret.missing': 'No secret is stored under this name.',
  'import.bad-rows': 'The file has rows that cannot be imported; nothing was imported.',
  'import.unreadable': 'The file cannot be read.',
  'risk.not-in-danger': 'Only a client that is at risk can have a plan in place or be saved; this one is not.',
  'history.unreadable': 'The file of histories cannot be read.',
  'model.unreadable': 'The file is not a model that csm train wrote.',
  'training.too-little': 'There are too few outcomes to learn from.',
  'model.throttled': 'The model asked us to slow down.',
  'model.unavailable': 'The model cannot be reached or is too busy.',
  'model.timeout': 'The model did not answer in time.',
  'model.refused': 'The model refused the request, and would refuse it again.',
  'tool.unknown': 'There is no tool of this name.',
  'tool.bad-input': 'The input does not fit the tool.',
  'tool.none-left': 'No tool calls are left; answer with what is known.',
  'tool.too-slow': 'The tool took too long.',
  'tool.too-much': 'The tool found more than can be passed on; ask for less.',
  'run.not-found': 'No run of an agent is stored under this id.',
  'decision.not-found': 'No decision is stored under this id.',
  'decision.settled': 'This was decided before, or is no longer possible.',
  'decision.changed': 'What would happen is no longer what was shown, or was shown more than 72 hours ago.',
  'decision.bad-input': 'This cannot be decided.',
  'memory.not-found': 'Nothing is remembered under this id.',
  'grounding.unknown-fact': 'The text names a fact that is not on its sheet.',
  'contact.not-found': 'No person is known at this client under this id.',
  'erasure.mail-under-way': 'A mail to this person is being sent this moment; erase again in a minute.',
  'erasure.unfinished': 'What tells of this person is being written faster than it is erased; erase again.',
  'personal-data.locked': 'Personal data cannot be opened: it was sealed by another master key, or changed since.',
  'personal-data.not-granted': 'This function touches personal data without having declared that it needs to.',
  'stage.not-found': 'No stage of this name is deployed in this AWS account and region.',
  'stage.unreachable': 'The deployed stage cannot be reached.',
  'function.unknown': 'No function of this name can have dead letters.',
  'settings.invalid': 'A setting is missing or invalid.',
} as const;

export type ErrorCode = keyof typeof messages;

/** An expected failure: a closed code, its sentence, and the details that help whoever reads it. Never personal data. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, details: Readonly<Record<string, unknown>> = {}, options?: ErrorOptions) {
    super(`${messages[code]} ${JSON.stringify(details)}`, options);
    this.code = code;
    this.details = details;
  }
}

/** Whether an unknown failure is the expected one with this code. */
export function isAppError(error: unknown, code: ErrorCode): error is AppError {
  return error instanceof AppError && error.code === code;
}
