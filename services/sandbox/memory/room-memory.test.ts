import { expect, it } from 'vitest';
import { recallerOf } from './room-memory.ts';
import type { RoomMemory } from './room-memory.ts';

function roomOf(kinds: readonly string[], read: string[]): RoomMemory {
  const recall = Object.fromEntries(kinds.map((kind) => [kind, () => void read.push(kind)]));
  return { remember: () => undefined, recall };
}

it('a line goes to the room that writes lines of its kind', () => {
  const read: string[] = [];
  const recall = recallerOf([roomOf(['row', 'change'], read), roomOf(['session'], read)]);
  recall({ what: 'session' });
  recall({ what: 'row' });
  expect(read).toEqual(['session', 'row']);
});

it.each([[{ what: 'holiday' }], [{}], [{ what: 7 }], [{ what: 'toString' }]])(
  'a line that no room knows is refused: %j',
  (line) => {
    expect(() => recallerOf([roomOf(['row'], [])])(line)).toThrow(
      /SANDBOX_DATA has a line of kind/,
    );
  },
);

it('two rooms may not write lines of one kind', () => {
  expect(() => recallerOf([roomOf(['row'], []), roomOf(['row'], [])])).toThrow(/two rooms/);
});
