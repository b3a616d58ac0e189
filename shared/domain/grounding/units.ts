/** Parts of the calendar that a plain count may count, when it says so of itself ("Years of contract"). */
export const calendarUnits = 'minutes?|days?|nights?|weeks?|months?|quarters?|seasons?|years?|decades?';

/** Units that facts carry themselves, so that a count before one of them claims something else. */
export const otherUnits = [
  'per ?cent|percentage|percentile|pct|pp|points?|basis|bps|prozent|pour ?cent|por ciento',
  'hours?|hrs?|h|mins?|seconds?|secs?|yrs?|[ap]m|[ap]\\.m\\.?|o.clock|stunden?|heures?|horas?|tagen?|jours?|d\\u00edas|jahren?|ann\\u00e9es|a\\u00f1os',
  'dollars?|cents?|bucks?|grand|usd|eur|euros?|gbp|pounds?',
  'hundreds?|thousands?|millions?|billions?|trillions?|dozens?|mille|mil|millionen|millones|milliards?|milliarden|k|m|mn|mm|bn|b|tsd|mio|mrd',
  'times|x|\\u00d7|fold|miles?|km|kilomet(?:er|re)s?|stars?|out of(?= \\d)|th|st|nd|rd',
].join('|');
