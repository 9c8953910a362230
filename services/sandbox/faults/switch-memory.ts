/** Settings, faults, hidden objects and tracked fields in the data file: one line for all. */
import { isJsonObject, isList } from '../../core/json.ts';
import type { JsonObject, JsonValue } from '../../core/json.ts';

import type { TrackedFields } from '../journal/tracked-fields.ts';
import type { MemoryLine, RoomMemory } from '../memory/room-memory.ts';
import { applySettings, DEFAULT_SETTINGS } from '../settings.ts';
import type { Settings } from '../settings.ts';
import type { Faults } from './faults.ts';

interface SwitchParts {
  readonly settings: Settings;
  readonly faults: Faults;
  /** Sets the fault rates, the clock's lag among them. */
  readonly faultSwitch: (wanted: JsonValue) => void;
  readonly tracked: TrackedFields;
}

export interface SwitchMemory extends RoomMemory<'switches'> {
  /** Writes the switches down when one has moved since. */
  readonly note: () => void;
}

export function switchMemory(parts: SwitchParts): SwitchMemory {
  let known = '';
  let tell: (line: MemoryLine<'switches'>) => void = () => undefined;
  return {
    remember: (append) => {
      known = JSON.stringify(switchesOf(parts));
      tell = append;
    },
    recall: { switches: (line) => recallSwitches(parts, line) },
    note: () => {
      const switches = switchesOf(parts);
      const now = JSON.stringify(switches);
      if (now === known) return;
      known = now;
      tell({ what: 'switches', ...switches });
    },
  };
}

/** Faults draw from their seed anew; a switch that a newer version no longer has is passed over. */
function recallSwitches(parts: SwitchParts, line: JsonObject): void {
  const { settings, faults, faultSwitch, tracked } = parts;
  applySettings(settings, alike(line['settings'], DEFAULT_SETTINGS));
  faultSwitch(alike(line['faults'], { ...faults.rates }));
  faults.hidden.clear();
  for (const key of textsOf(line['hidden'])) faults.hidden.add(key);
  const lists = line['tracked'];
  if (!isJsonObject(lists)) return;
  tracked.replace(
    Object.fromEntries(Object.entries(lists).map(([objCode, names]) => [objCode, textsOf(names)])),
  );
}

function switchesOf({ settings, faults, tracked }: SwitchParts): JsonObject {
  return {
    settings: { ...settings },
    faults: { ...faults.rates },
    hidden: [...faults.hidden],
    tracked: tracked.chosen(),
  };
}

function alike(value: JsonObject[string] | undefined, like: JsonObject): JsonObject {
  if (!isJsonObject(value)) return {};
  return Object.fromEntries(Object.entries(value).filter(([name]) => Object.hasOwn(like, name)));
}

function textsOf(value: JsonObject[string] | undefined): readonly string[] {
  return isList(value) ? value.filter((one) => typeof one === 'string') : [];
}
