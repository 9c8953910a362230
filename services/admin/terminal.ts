/**
 * What the command line says, and where. Results go to stdout, what happens meanwhile to stderr. A
 * reader that has gone away (`| head`) is no error: what is left to say is dropped.
 */
import type { Readable, Writable } from 'node:stream';

import { visibleText } from './visible-text.ts';

export interface Terminal {
  /** Whether a person watches, so that a block may be redrawn. */
  readonly interactive: boolean;
  /** A result: what a script would read. */
  readonly print: (text: string) => void;
  /**
   * A part of a long result, as it stands; resolves when there is room for the next, with false
   * when nobody reads any more.
   */
  readonly write: (part: string | Buffer) => Promise<boolean>;
  /** What happens meanwhile. */
  readonly note: (text: string) => void;
  /** Draws lines over those of the last call; on a terminal only. */
  readonly redraw: (lines: readonly string[]) => void;
  /** True when the person says yes; only to be asked when `interactive`. */
  readonly confirm: (question: string) => Promise<boolean>;
  /** Resolves when all that was said has left this process, or nobody reads it. */
  readonly drain: () => Promise<void>;
}

export interface TerminalStreams {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean };
}

export function openTerminal({ stdin, stdout, stderr }: TerminalStreams = process): Terminal {
  const interactive = stdout.isTTY === true && stdin.isTTY === true;
  const [results, notes] = [new Outlet(stdout), new Outlet(stderr)];
  let drawn = 0;
  const erase = (): string => {
    const back = drawn === 0 ? '' : `\u001b[${drawn}A\u001b[J`;
    drawn = 0;
    return back;
  };
  return {
    interactive,
    print: (text) => results.say(erase(), `${text}\n`),
    write: (part) => results.pass(part),
    note: (text) => notes.say(erase(), `${text}\n`),
    redraw: (lines) => {
      const width = stdout.columns || 80;
      // A line that wraps would be two, and the next redraw would begin one too low.
      const cut = lines.map((line) => `${line.slice(0, width - 1)}\n`);
      results.say(erase(), cut.join(''));
      drawn = cut.length;
    },
    confirm: async (question) => {
      results.say(erase(), `${question} [y/N] `);
      return /^y(es)?$/i.test(await readLine(stdin));
    },
    drain: async () => {
      await Promise.all([results.drain(), notes.drain()]);
    },
  };
}

/** Columns under their heads; numbers to the right. */
export function textTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const form = tableForm(head, rows);
  return [form.head, ...rows.map(form.line)].join('\n');
}

export interface TableForm {
  /** The names, and a line under them. */
  readonly head: string;
  readonly line: (cells: readonly string[]) => string;
}

/** The form that suits `rows`; a longer cell of a later row stands out to the right. */
export function tableForm(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): TableForm {
  const widths = head.map((name) => visibleText(name, 'line').length);
  const numeric = head.map(() => true);
  for (const row of rows) {
    for (const at of head.keys()) {
      const cell = visibleText(row[at] ?? '', 'line');
      widths[at] = Math.max(widths[at] ?? 0, cell.length);
      if (!/^-?[\d.,]*$/.test(cell)) numeric[at] = false;
    }
  }
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => {
        const text = visibleText(cell, 'line');
        const width = widths[at] ?? 0;
        return numeric[at] === true ? text.padStart(width) : text.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  return { head: `${line(head)}\n${line(widths.map((width) => '-'.repeat(width)))}`, line };
}

/** A stream whose reader may go away, and on which a person may look. */
class Outlet {
  readonly #stream: TerminalStreams['stdout'];
  #open = true;

  constructor(stream: TerminalStreams['stdout']) {
    this.#stream = stream;
    // EPIPE when the reader has gone, ENOSPC when the file's disk is full. Neither is a reason to
    // leave the work undone; without a listener both would end the process.
    stream.on('error', () => (this.#open = false));
  }

  /** `moves` goes to a terminal as it is, `text` cannot steer one. */
  say(moves: string, text: string): void {
    if (this.#open) this.#stream.write(moves + this.#safe(text));
  }

  pass(part: string | Buffer): Promise<boolean> {
    const safe = this.#stream.isTTY === true ? this.#safe(part.toString()) : part;
    return this.#written(safe);
  }

  async drain(): Promise<void> {
    await this.#written('');
  }

  /** Text that a tenant's users typed may hold what steers a terminal. */
  #safe(text: string): string {
    return this.#stream.isTTY === true ? visibleText(text, 'page') : text;
  }

  #written(part: string | Buffer): Promise<boolean> {
    if (!this.#open) return Promise.resolve(false);
    return new Promise((resolve) => {
      this.#stream.write(part, (error) => resolve(this.#open && !error));
    });
  }
}

/** Up to the first line break, or the end. */
export function readLine(stdin: Readable): Promise<string> {
  return new Promise((resolve) => {
    stdin.once('data', (chunk: Buffer) => {
      stdin.pause();
      resolve(chunk.toString().trim());
    });
    stdin.once('end', () => resolve(''));
    stdin.resume();
  });
}
