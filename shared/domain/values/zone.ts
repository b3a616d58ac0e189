/** The time zone of the business: what "today" means for scores and due dates, and when schedules run. */
export const businessZone = 'America/Chicago';
