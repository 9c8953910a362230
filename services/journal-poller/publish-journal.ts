/** Journal rows into the log. */
import type { Clock } from '../core/clock.ts';
import { inputOfRow, publishInputs } from '../source/log/publish-inputs.ts';
import type { PublishParts } from '../source/log/publish-inputs.ts';
import { EVERY_TYPE } from '../source/promises/set-aside.ts';
import { holdDeletes } from '../source/promises/told-deletes.ts';
import { canonicalObjCode } from '../workfront/catalogue/catalogue.ts';
import { filledText } from '../workfront/event-bodies.ts';
import { subjectOf } from '../workfront/journal-claims.ts';
import type { JournalRow } from '../workfront/journal-row.ts';
import { translate } from './translate.ts';

/**
 * Resolves when every row is durable (Law 1).
 * @returns the types that the rows are about
 */
export async function publishJournal(
  rows: readonly JournalRow[],
  parts: PublishParts & { readonly clock: Clock; readonly customerID: string | null },
): Promise<ReadonlySet<string>> {
  const observedAt = parts.clock.nowMicros();
  const inputs = rows.map((row) => ({
    translated: translate(row, { observedAt, customerID: parts.customerID }),
    input: inputOfRow(row.sent, 'JRNLE/search', observedAt),
    subject: { objCode: heldBackBy(row), id: row.ID, clock: row.clock },
  }));
  const events = inputs.flatMap(({ translated }) =>
    'event' in translated ? translated.event : [],
  );
  await holdDeletes(
    parts.control,
    events.filter(({ operation }) => operation === 'DELETE'),
  );
  await publishInputs(inputs, parts);
  return new Set(events.map(({ objCode }) => objCode));
}

/** Whose history a row holds back that can be no event. */
function heldBackBy({ columns }: JournalRow): string {
  if (columns === null) return EVERY_TYPE;
  const code = filledText(columns['subObjCode']) ?? filledText(columns['objObjCode']);
  const named = code === null ? EVERY_TYPE : (canonicalObjCode(code) ?? code);
  return subjectOf(columns)?.objCode ?? named;
}
