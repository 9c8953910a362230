/** Who holds a lease, in words for people, different for each process. */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';

export function holderName(): string {
  return `${hostname()} ${process.pid} ${randomUUID().slice(0, 8)}`;
}
