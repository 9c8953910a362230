/**
 * What the command line says, and where. Results go to stdout, what happens meanwhile to stderr.
 */
export interface Terminal {
  /** Whether a person watches, so that a block may be redrawn. */
  readonly interactive: boolean;
  /** A result: what a script would read. */
  readonly print: (text: string) => void;
  /** What happens meanwhile. */
  readonly note: (text: string) => void;
  /** Draws lines over those of the last call; on a terminal only. */
  readonly redraw: (lines: readonly string[]) => void;
  /** True when the person says yes; only to be asked when `interactive`. */
  readonly confirm: (question: string) => Promise<boolean>;
}

export function openTerminal(): Terminal {
  const interactive = process.stdout.isTTY && process.stdin.isTTY;
  let drawn = 0;
  const erase = (): string => {
    const back = drawn === 0 ? '' : `\u001b[${drawn}A\u001b[J`;
    drawn = 0;
    return back;
  };
  return {
    interactive,
    print: (text) => process.stdout.write(`${erase()}${text}\n`),
    note: (text) => process.stderr.write(`${erase()}${text}\n`),
    redraw: (lines) => {
      const width = process.stdout.columns || 80;
      // A line that wraps would be two, and the next redraw would begin one too low.
      const cut = lines.map((line) => `${line.slice(0, width - 1)}\n`);
      process.stdout.write(erase() + cut.join(''));
      drawn = cut.length;
    },
    confirm: async (question) => {
      process.stdout.write(`${erase()}${question} [y/N] `);
      return /^y(es)?$/i.test(await readLine());
    },
  };
}

/** Columns under their heads; numbers to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, at) =>
    Math.max(name.length, ...rows.map((row) => (row[at] ?? '').length)),
  );
  const numeric = head.map((_, at) => rows.every((row) => /^-?[\d.,]*$/.test(row[at] ?? '')));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => {
        const width = widths[at] ?? 0;
        return numeric[at] === true ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

function readLine(): Promise<string> {
  return new Promise((resolve) => {
    process.stdin.once('data', (chunk) => {
      process.stdin.pause();
      resolve(chunk.toString().trim());
    });
    process.stdin.once('end', () => resolve(''));
    process.stdin.resume();
  });
}
