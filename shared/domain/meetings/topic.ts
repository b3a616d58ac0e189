import { sayMonthAndYear } from '../figures/stated.ts';
import { type MeetingPlan, purposeNames } from './meeting.ts';

/** "Big 12: success review of September 2026". Names the office, never a person: it goes to the meeting service. */
export function topicOf({ purpose, occasion }: Pick<MeetingPlan, 'purpose' | 'occasion'>, clientName: string): string {
  const about = occasion ? ` of ${sayMonthAndYear(occasion)}` : '';
  return `${clientName}: ${purposeNames[purpose].toLowerCase()}${about}`;
}
