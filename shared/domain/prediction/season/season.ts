/** One client's series of one measure: a value per month, NaN where it is missing, and its first month's calendar month, 0 to 11. */
export interface Seasonal {
  readonly values: Float64Array;
  readonly firstCalendarMonth: number;
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
      const departures = departuresOf(client, own[i] ?? prior);
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

/** A client's own season: its peers', moved towards what its own months say the more of them there are. */
export function fitOwnSeason(client: Seasonal, peers: SeasonalIndex, ownShrinkage: number): SeasonalIndex {
  if (client.values.length < 12) return peers;
  let own = peers;
  for (let round = 0; round < 2; round += 1) own = ownIndex(departuresOf(client, own), peers, ownShrinkage);
  return own;
}

/** The series without its season. */
export function withoutSeason({ values, firstCalendarMonth }: Seasonal, season: SeasonalIndex): Float64Array {
  const adjusted = new Float64Array(values.length);
  for (let t = 0; t < values.length; t += 1)
    adjusted[t] = (values[t] ?? Number.NaN) - (season[(firstCalendarMonth + t) % 12] ?? 0);
  return adjusted;
}

/** Sums and counts, by calendar month, of how far the values lay from the client's level. */
class Departures {
  readonly sum = new Float64Array(12);
  readonly count = new Float64Array(12);

  add(other: Departures): void {
    for (let c = 0; c < 12; c += 1) {
      this.sum[c] = (this.sum[c] ?? 0) + (other.sum[c] ?? 0);
      this.count[c] = (this.count[c] ?? 0) + (other.count[c] ?? 0);
    }
  }
}

const halfWindow = 5;

function departuresOf(client: Seasonal, season: SeasonalIndex): Departures {
  const departures = new Departures();
  const adjusted = withoutSeason(client, season);
  const { values, firstCalendarMonth } = client;
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
    const month = (firstCalendarMonth + t) % 12;
    departures.sum[month] = (departures.sum[month] ?? 0) + value - sum / count;
    departures.count[month] = (departures.count[month] ?? 0) + 1;
  }
  return departures;
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
