/** The order of a type's records: as they were made, until somebody moves them. */
export type MoveListener = (
  recordTypeId: string,
  ids: readonly string[],
  anchor: string,
  after: boolean,
) => void;

export class RecordOrder {
  readonly #places = new Map<string, string[]>();
  readonly #idsOf: (recordTypeId: string) => readonly string[];

  #tell: MoveListener = () => undefined;

  constructor(idsOf: (recordTypeId: string) => readonly string[]) {
    this.#idsOf = idsOf;
  }

  move(recordTypeId: string, ids: readonly string[], anchor: string, after: boolean): void {
    const others = this.ordered(recordTypeId, this.#idsOf(recordTypeId)).filter(
      (id) => !ids.includes(id),
    );
    const place = others.indexOf(anchor) + (after ? 1 : 0);
    this.#places.set(recordTypeId, [...others.slice(0, place), ...ids, ...others.slice(place)]);
    this.#tell(recordTypeId, ids, anchor, after);
  }

  onMove(listener: MoveListener): void {
    this.#tell = listener;
  }

  /** Records made since the last move come last. */
  ordered(recordTypeId: string, ids: readonly string[]): string[] {
    const places = this.#places.get(recordTypeId);
    if (places === undefined) return [...ids];
    const there = new Set(ids);
    const placed = new Set(places);
    return [...places.filter((id) => there.has(id)), ...ids.filter((id) => !placed.has(id))];
  }
}
