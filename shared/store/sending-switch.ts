/**
 * What stops mail; there is one.
 *   now          pk = SENDING  sk = SWITCH     its version guards changes
 */
import { SendingSwitch, switchOn } from '#shared/domain/mail/sending-switch.ts';
import type { Change, Key, TableReader } from '#shared/ports/table.ts';

export interface StoredSwitch {
  /** Absent while nothing ever stopped mail. */
  readonly version: number | undefined;
  readonly sendingSwitch: SendingSwitch;
}

const key: Key = { pk: 'SENDING', sk: 'SWITCH' };

export const sendingSwitches = {
  async get(table: TableReader): Promise<StoredSwitch> {
    const item = await table.get(key);
    return item
      ? { version: item.version, sendingSwitch: SendingSwitch.parse(item) }
      : { version: undefined, sendingSwitch: switchOn };
  },

  /** Throws the switch from the position it was read in. */
  move: ({ version }: StoredSwitch, to: SendingSwitch): Change => ({
    put: { ...key, entity: 'sending-switch', ...SendingSwitch.parse(to) },
    require: version === undefined ? 'absent' : { version },
  }),
};
