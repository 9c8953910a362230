/** Kills a process of ours, with -9, before or after its n-th send to Kafka. */
import type { KillPoint } from './kill-at-statement.ts';

/** For the environment of a node process. */
export function killAtSendEnv({ statement, when }: KillPoint): Readonly<Record<string, string>> {
  const script = `
import { createRequire } from 'node:module';
const { Kafka } = createRequire(${JSON.stringify(`${process.cwd()}/`)})('kafkajs');
const open = Kafka.prototype.producer;
const end = () => process.kill(process.pid, 'SIGKILL');
let count = 0;
const counting = (producer) => {
  const { sendBatch } = producer;
  producer.sendBatch = (batch) => {
    const mine = ++count;
    if (mine === ${statement} && ${when === 'before'}) end();
    const answer = sendBatch(batch);
    if (mine === ${statement}) answer.then(end, end);
    return answer;
  };
  return producer;
};
Kafka.prototype.producer = function (...args) {
  return counting(open.apply(this, args));
};`;
  return { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(script)}` };
}
