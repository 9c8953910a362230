/**
 * A process for `lifecycle.test.ts`: says on stdout what becomes of it. Its first argument is a
 * scenario.
 */
import { systemClock } from '../../services/core/clock.ts';
import { PipelineError } from '../../services/core/errors.ts';
import { runProcess } from '../../services/platform/process/lifecycle.ts';
import type { Scope } from '../../services/platform/process/lifecycle.ts';

const [, , scenario = '', parentPid] = process.argv;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function ownTwo(scope: Scope, firstCloses: () => Promise<void>): void {
  scope.own('first', 1, async () => {
    await firstCloses();
    say('closed first');
  });
  scope.own('second', 2, async () => say('closed second'));
}

const SCENARIOS: Record<string, (scope: Scope) => Promise<void>> = {
  drains: async (scope) => {
    ownTwo(scope, async () => undefined);
    say('ready');
    await systemClock.sleep(60_000, scope.signal);
  },
  hangs: async (scope) => {
    ownTwo(scope, () => systemClock.sleep(60_000));
    say('ready');
  },
  'closes badly': async (scope) => {
    ownTwo(scope, () => Promise.reject(new Error('stuck')));
    scope.own('third', 3, async () => say('closed third'));
    say('ready');
  },
  'refuses to start': async (scope) => {
    ownTwo(scope, async () => undefined);
    throw new PipelineError('PORT_UNUSABLE', 'no port');
  },
  fails: async (scope) => {
    ownTwo(scope, async () => undefined);
    scope.fail(new PipelineError('KAFKA_REFUSED', 'no topic'));
    scope.fail(new Error('a consequence'));
  },
  'has a bug': async (scope) => {
    ownTwo(scope, async () => undefined);
    void Promise.reject(new TypeError('undefined is not a function'));
  },
  'is orphaned': async (scope) => {
    ownTwo(scope, async () => undefined);
    say('ready');
  },
};

runProcess('lifecycle-test', async (scope) => SCENARIOS[scenario]?.(scope), {
  shutdownTimeoutMs: scenario === 'hangs' ? 300 : 5_000,
  parentPid: parentPid === undefined ? undefined : Number(parentPid),
});
// What a server or a consumer does: keeps the process alive.
void systemClock.sleep(60_000);
