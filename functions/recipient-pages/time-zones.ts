interface ZoneGroup {
  readonly name: string;
  readonly zones: readonly { readonly zone: string; readonly name: string }[];
}

const unitedStates = {
  'America/New_York': 'Eastern (New York)',
  'America/Chicago': 'Central (Chicago)',
  'America/Denver': 'Mountain (Denver)',
  'America/Phoenix': 'Arizona (Phoenix)',
  'America/Los_Angeles': 'Pacific (Los Angeles)',
  'America/Anchorage': 'Alaska (Anchorage)',
  'Pacific/Honolulu': 'Hawaii (Honolulu)',
} as const;

const everyZone = (): readonly string[] => {
  zones ??= [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];
  return zones;
};
let zones: readonly string[] | undefined;

export const isZoneOffered = (zone: string): boolean => everyZone().includes(zone);

/** Every time zone one may choose: those of the United States first, the others by part of the world. */
export function zoneGroups(): ZoneGroup[] {
  const elsewhere = Map.groupBy(
    everyZone().filter((zone) => !(zone in unitedStates)),
    (zone) => zone.split('/')[0] ?? zone,
  );
  return [
    { name: 'United States', zones: Object.entries(unitedStates).map(([zone, name]) => ({ zone, name })) },
    ...[...elsewhere].map(([name, zones]) => ({ name, zones: zones.map((zone) => ({ zone, name: placeOf(zone) })) })),
  ];
}

/** "Buenos Aires, Argentina" of America/Argentina/Buenos_Aires. */
export function placeOf(zone: string): string {
  const [region = zone, ...places] = zone.replaceAll('_', ' ').split('/');
  return places.length === 0 ? region : places.reverse().join(', ');
}
