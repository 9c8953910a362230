/** The sandbox's truth, as its oracle exports it. */
import { asMicros } from '../../services/core/units.ts';
import { formatIsoDate } from '../../services/workfront/dates.ts';

export interface TrueState {
  readonly objCode: string;
  readonly objID: string;
  readonly exists: boolean;
  readonly fields: Record<string, unknown> | null;
}

/** One save, or what happened without one. */
export interface TrueChange {
  readonly at: string;
  readonly kind: 'CREATE' | 'UPDATE' | 'DELETE' | 'RESTORE' | 'RECALCULATE';
  readonly sentEvent: boolean;
  readonly journaled: boolean;
  readonly changes: Readonly<Record<string, unknown>>;
}

export interface TrueLife extends TrueState {
  readonly history: readonly TrueChange[];
}

interface Wanted {
  readonly objCodes: readonly string[];
  /** In microseconds; now without it. */
  readonly at?: number;
  /** Without objects that have stood still since the sandbox began. */
  readonly changed?: boolean;
}

interface OfSandbox {
  readonly sandboxUrl: string;
}

/** Deleted ones too. */
export function truthOf(pipeline: OfSandbox, wanted: Wanted): Promise<TrueState[]> {
  return exported<TrueState>(pipeline, wanted);
}

/** With every change of each. */
export function trueLivesOf(pipeline: OfSandbox, wanted: Wanted): Promise<TrueLife[]> {
  return exported<TrueLife>(pipeline, wanted, { history: 'true' });
}

async function exported<T>(
  { sandboxUrl }: OfSandbox,
  { objCodes, at, changed = false }: Wanted,
  more: Readonly<Record<string, string>> = {},
): Promise<T[]> {
  const query = new URLSearchParams({ objCode: objCodes.join(','), ...more });
  if (changed) query.set('changed', 'true');
  if (at !== undefined) query.set('at', formatIsoDate(asMicros(at)));
  const response = await fetch(`${sandboxUrl}/sandbox/oracle/export?${query.toString()}`);
  const text = await response.text();
  if (!response.ok) throw new Error(`oracle: ${text}`);
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}
