/** One client's series of one measure: a value per month, NaN where it is missing. */
export interface Seasonal {
  readonly values: Float64Array;
  /** 0 to 11. */
  readonly firstCalendarMonth: number;
  /** The share of each month's days that lie in the calendar month before. */
  readonly overlap: number;
}

/** What a calendar month adds to a series, 12 numbers from January, summing to zero. */
export type SeasonalIndex = Float64Array;

/** How many of the whole book's months a peer group's index is worth before its own months outweigh them. */
const peerShrinkage = 3;
const rounds = 4;

/**
 * The season of each peer group, pooled over its clients (health-model.md, "From metrics to score", 2).
 * The `prior` stands in until a year is known, and then counts as much as three months of evidence.
 */
export function fitPeerSeason(
  clients: readonly (Seasonal & { readonly group: string })[],
  ownShrinkage: number,
  prior: SeasonalIndex = new Float64Array(12),
): { readonly all: SeasonalIndex; readonly byGroup: ReadonlyMap<string, SeasonalIndex> } {
  if (clients.every(({ values }) => values.length < 12)) return { all: prior, byGroup: new Map() };
  let all = prior;
  let byGroup = new Map<string, SeasonalIndex>();
  let own: readonly SeasonalIndex[] = clients.map(() => new Float64Array(12));
  for (let round = 0; round < rounds; round += 1) {
    const book = new Departures();
    const groups = new Map<string, Departures>();
    const each = clients.map((client, i) => {
      const departures = pooled(client, departuresOf(client, own[i] ?? prior));
      book.add(departures);
      const group = groups.get(client.group) ?? new Departures();
      groups.set(client.group, group);
      group.add(departures);
      return departures;
    });
    all = centred(shrunk(book, prior, peerShrinkage));
    byGroup = new Map(
      [...groups].map(([group, departures]) => [group, centred(shrunk(departures, all, peerShrinkage))]),
    );
    own = each.map((departures, i) => ownIndex(departures, byGroup.get(clients[i]?.group ?? '') ?? all, ownShrinkage));
  }
  return { all, byGroup };
}

/**
 * A client's own season: its peers', moved towards what its own months say the more of them there are. Of a surge
 * beyond the peers' season only so much is learned as every year of that month has shown, two at least: when a realignment makes everyone
 * schedule anew, that is an event, and expecting it again would alarm a year later. A lull is learned at once.
 */
export function fitOwnSeason(
  client: Seasonal,
  peers: SeasonalIndex,
  ownShrinkage: number,
  surges = false,
): SeasonalIndex {
  if (client.values.length < 12) return peers;
  let own = peers;
  for (let round = 0; round < 2; round += 1) {
    const departures = departuresOf(client, own);
    own = ownIndex(pooled(client, surges ? withoutSurges(departures, client, peers) : departures), peers, ownShrinkage);
  }
  return own;
}

function withoutSurges(departures: Float64Array, client: Seasonal, peers: SeasonalIndex): Float64Array {
  const { firstCalendarMonth, overlap } = client;
  return departures.map((departure, t) => {
    const usual = expectedIn(peers, firstCalendarMonth + t, overlap);
    if (!(departure > usual)) return departure;
    let [least, years] = [departure, 0];
    for (let same = t % 12; same < departures.length; same += 12) {
      const other = departures[same] ?? Number.NaN;
      if (Number.isNaN(other)) continue;
      years += 1;
      least = Math.min(least, other);
    }
    return years < 2 ? usual : Math.max(usual, least);
  });
}

/** The series without its season. */
export function withoutSeason({ values, firstCalendarMonth, overlap }: Seasonal, season: SeasonalIndex): Float64Array {
  const adjusted = new Float64Array(values.length);
  for (let t = 0; t < values.length; t += 1)
    adjusted[t] = (values[t] ?? Number.NaN) - expectedIn(season, firstCalendarMonth + t, overlap);
  return adjusted;
}

/** What a season adds to a month that began in the calendar month before. `month` counts from any January. */
export function expectedIn(season: SeasonalIndex, month: number, overlap: number): number {
  const here = season[month % 12] ?? 0;
  return overlap === 0 ? here : (1 - overlap) * here + overlap * (season[(month + 11) % 12] ?? 0);
}

/** Sums and counts, by calendar month, of how far the values lay from the client's level. */
class Departures {
  readonly sum = new Float64Array(12);
  readonly count = new Float64Array(12);

  see(month: number, departure: number, share: number): void {
    this.sum[month] = (this.sum[month] ?? 0) + share * departure;
    this.count[month] = (this.count[month] ?? 0) + share;
  }

  add(other: Departures): void {
    for (let c = 0; c < 12; c += 1) {
      this.sum[c] = (this.sum[c] ?? 0) + (other.sum[c] ?? 0);
      this.count[c] = (this.count[c] ?? 0) + (other.count[c] ?? 0);
    }
  }
}

const halfWindow = 5;

/** How far each value lay from the client's level about it; NaN where it is missing. */
function departuresOf(client: Seasonal, season: SeasonalIndex): Float64Array {
  const adjusted = withoutSeason(client, season);
  const { values } = client;
  const departures = new Float64Array(values.length).fill(Number.NaN);
  const length = values.length;
  let sum = 0;
  let count = 0;
  const enter = (t: number, sign: 1 | -1) => {
    const value = adjusted[t];
    if (value === undefined || Number.isNaN(value)) return;
    sum += sign * value;
    count += sign;
  };
  for (let t = 0; t < Math.min(halfWindow, length); t += 1) enter(t, 1);
  for (let t = 0; t < length; t += 1) {
    if (t + halfWindow < length) enter(t + halfWindow, 1);
    if (t - halfWindow - 1 >= 0) enter(t - halfWindow - 1, -1);
    const value = values[t] ?? Number.NaN;
    if (Number.isNaN(value) || count === 0) continue;
    departures[t] = value - sum / count;
  }
  return departures;
}

/** Departures by calendar month; one of a month that began in the month before counts for both. */
function pooled({ firstCalendarMonth, overlap }: Seasonal, departures: Float64Array): Departures {
  const byMonth = new Departures();
  for (let t = 0; t < departures.length; t += 1) {
    const departure = departures[t] ?? Number.NaN;
    if (Number.isNaN(departure)) continue;
    byMonth.see((firstCalendarMonth + t) % 12, departure, 1 - overlap);
    if (overlap > 0) byMonth.see((firstCalendarMonth + t + 11) % 12, departure, overlap);
  }
  return byMonth;
}

/** The mean departure of each month, held towards `centre` as if `weight` months had shown that. */
function shrunk({ sum, count }: Departures, centre: SeasonalIndex, weight: number): SeasonalIndex {
  const index = new Float64Array(12);
  for (let c = 0; c < 12; c += 1) index[c] = ((sum[c] ?? 0) + weight * (centre[c] ?? 0)) / ((count[c] ?? 0) + weight);
  return index;
}

const ownIndex = (departures: Departures, peers: SeasonalIndex, ownShrinkage: number): SeasonalIndex =>
  centred(shrunk(departures, peers, ownShrinkage));

function centred(index: SeasonalIndex): SeasonalIndex {
  let sum = 0;
  for (const value of index) sum += value;
  for (let c = 0; c < 12; c += 1) index[c] = (index[c] ?? 0) - sum / 12;
  return index;
}
