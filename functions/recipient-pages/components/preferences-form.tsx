import { MessageKind } from '#shared/domain/mail/message-kind.ts';
import { NumberStyle, Preferences } from '#shared/domain/mail/preferences.ts';
import { catalogue } from '#shared/letters/catalogue.ts';
import { notationExample } from '../notation-example.ts';
import { type Entry, type Problems, pauseBounds } from '../read-preferences.ts';
import { isZoneOffered, placeOf, zoneGroups } from '../time-zones.ts';
import type { Visit } from '../visit.ts';
import { frequencies, kindNotes, notations, timesOfDay } from '../words.ts';
import { Choice, control, Field, Group } from './fields.tsx';

interface Props {
  readonly visit: Visit;
  readonly entry: Entry;
  readonly problems: Problems;
}

/** Everything a recipient may choose. Each field has its name as its id, so that a mistake can lead to it. */
export function PreferencesForm({ visit, entry, problems }: Props) {
  const { from, to } = pauseBounds(visit.today);
  const zone = isZoneOffered(entry.timeZone) ? entry.timeZone : visit.client.timeZone;
  return (
    <form method="post" action={visit.path}>
      <Group name="kinds" problem={problems.kinds} legend="What you would like to get">
        {MessageKind.options.map((kind) => (
          <Choice
            type="checkbox"
            name="kinds"
            value={kind}
            checked={entry.kinds.has(kind)}
            label={catalogue[kind].name}
            note={kindNotes[kind]}
          />
        ))}
      </Group>
      <Group name="frequency" problem={problems.frequency} legend="How often">
        {Preferences.shape.frequency.unwrap().options.map((value) => (
          <Choice
            type="radio"
            name="frequency"
            value={value}
            checked={entry.frequency === value}
            label={frequencies[value]}
          />
        ))}
      </Group>
      <Field
        name="pausedUntil"
        problem={problems.pausedUntil}
        label="Pause all mail until (optional)"
        hint="For a holiday or a busy stretch, a year at most: mail begins again on that day. Leave it empty for no pause."
      >
        <input
          type="date"
          {...control({ name: 'pausedUntil', problem: problems.pausedUntil, hinted: true })}
          value={entry.pausedUntil}
          min={from}
          max={to}
        />
      </Field>
      <Group name="timeOfDay" problem={problems.timeOfDay} legend="When mail should arrive">
        {Preferences.shape.timeOfDay.unwrap().options.map((value) => (
          <Choice
            type="radio"
            name="timeOfDay"
            value={value}
            checked={entry.timeOfDay === value}
            label={timesOfDay[value]}
          />
        ))}
      </Group>
      <Field name="timeZone" problem={problems.timeZone} label="Your time zone">
        <ZoneChoice visit={visit} entry={entry} problems={problems} />
      </Field>
      <Group
        name="numbers"
        problem={problems.numbers}
        legend="How numbers and dates are written"
        hint="The words stay English."
      >
        {NumberStyle.options.map((style) => (
          <Choice
            type="radio"
            name="numbers"
            value={style}
            checked={entry.numbers === style}
            label={notations[style]}
            note={notationExample(style, zone)}
          />
        ))}
      </Group>
      <p class="actions">
        <button type="submit" name="do" value="save">
          Save
        </button>
      </p>
    </form>
  );
}

const ZoneChoice = ({ visit: { client }, entry, problems }: Props) => (
  <select {...control({ name: 'timeZone', problem: problems.timeZone })}>
    <option value="">My office’s ({placeOf(client.timeZone)})</option>
    {zoneGroups().map(({ name, zones }) => (
      <optgroup label={name}>
        {zones.map(({ zone, name }) => (
          <option value={zone} selected={zone === entry.timeZone}>
            {name}
          </option>
        ))}
      </optgroup>
    ))}
  </select>
);
