/**
 * Runs beside vitest's own reporter. Names each skipped test with its reason, and makes the very
 * last line of a run `N passed, N failed` (`, N skipped` when there are any).
 */
import { writeSync } from 'node:fs';
import { relative } from 'node:path';
import type { Reporter, TestCase, TestModule, Vitest } from 'vitest/node';

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skips: readonly string[];
}

export default class LastLineReporter implements Reporter {
  #tally: Tally = { passed: 0, failed: 0, skips: [] };

  onInit(vitest: Vitest): void {
    if (vitest.config.watch) return;
    // Stacks stop and workers report after the run's end; only at exit is a line the last one.
    process.once('exit', (code) => {
      write(lastLines(this.#tally, code));
    });
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    this.#tally = tallyOf(modules, unhandledErrors.length);
  }
}

/** What the run ends with. A run that ends badly never says `0 failed`, whatever was counted. */
export function lastLines({ passed, failed, skips }: Tally, exitCode: number): string {
  const failures = exitCode !== 0 && failed === 0 ? 1 : failed;
  const skipped = skips.length === 0 ? '' : `, ${skips.length} skipped`;
  const lines = [...skips.map((skip) => `skipped: ${skip}`)];
  return `${[...lines, `${passed} passed, ${failures} failed${skipped}`].join('\n')}\n`;
}

function tallyOf(modules: readonly TestModule[], unhandledErrors: number): Tally {
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const inState = (state: string): TestCase[] =>
    tests.filter((test) => test.result().state === state);
  // A file that could not be loaded, or whose hook failed, has no failed test to show for it.
  const brokenModules = modules.filter(
    (module) =>
      module.state() === 'failed' &&
      ![...module.children.allTests()].some((test) => test.result().state === 'failed'),
  );
  return {
    passed: inState('passed').length,
    failed: inState('failed').length + brokenModules.length + unhandledErrors,
    skips: inState('skipped').map(skipLine),
  };
}

function skipLine(test: TestCase): string {
  const result = test.result();
  const note = result.state === 'skipped' ? result.note : undefined;
  const reason = note ?? (test.options.mode === 'todo' ? 'still to be written' : 'no reason given');
  return `${relative(process.cwd(), test.module.moduleId)} > ${test.fullName}: ${reason}`;
}

// Synchronous, because nothing else runs at exit; a pipe whose reader is slow answers EAGAIN.
function write(text: string): void {
  let rest = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(1, rest));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) return;
    }
  }
}
