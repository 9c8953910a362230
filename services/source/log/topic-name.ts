/** Which topic an object's changes go to (docs/architecture.md, "The change event"). Pure. */

/**
 * `<prefix>.<objcode>.changes`, or `<prefix>.other.changes` for a type outside `captured`, so
 * that a new Workfront type is kept until it is known.
 */
export function topicOf(prefix: string, objCode: string, captured: ReadonlySet<string>): string {
  return changesTopic(prefix, captured.has(objCode) ? objCode : 'other');
}

export function changesTopic(prefix: string, objCode: string): string {
  return `${prefix}.${objCode.toLowerCase()}.changes`;
}

/** Every topic that sources write to. */
export function sourceTopics(prefix: string, captured: Iterable<string>): string[] {
  const topics = [...captured, 'other'].map((objCode) => changesTopic(prefix, objCode));
  return [...topics, deadLetterTopic(prefix)];
}

/** Inputs that could not be used, whole, with the reason in the headers. */
export function deadLetterTopic(prefix: string): string {
  return `${prefix}.dead-letters`;
}
