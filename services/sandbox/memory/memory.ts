/**
 * What of the sandbox is kept in its data file, and how it comes back: every room says what is to
 * be remembered of it, and every random stream goes on where it stood, so that a sandbox that was
 * stopped goes on as one that was not.
 */
import { deliveryMemory } from '../events/delivery-memory.ts';
import { subscriptionMemory } from '../events/subscription-memory.ts';
import { switchMemory } from '../faults/switch-memory.ts';
import type { SandboxRooms } from '../sandbox-rooms.ts';
import { planningMemory } from '../tenant/planning/planning-memory.ts';
import { memoryRows, tenantMemory } from '../tenant/tenant-memory.ts';
import { workloadMemory } from '../world/workload-memory.ts';
import type { DataFile } from './data-file.ts';
import { DialMemory } from './dial-memory.ts';
import { recallerOf } from './room-memory.ts';
import type { RoomMemory } from './room-memory.ts';

export interface Memory {
  /** Call after each request: what it did is remembered before it is answered. */
  readonly noteRequest: (isAdmin: boolean) => void;
}

/** What the file has comes back, or `populate` makes a new world; then all is written down. */
export function openMemory(rooms: SandboxRooms, file: DataFile, populate: () => void): Memory {
  const { tenant, queue, subscriptions, planning, rateLimit, workload } = rooms;
  const { settings } = tenant;
  const switches = switchMemory({ ...rooms, settings });
  const memories: readonly RoomMemory[] = [
    tenantMemory(rooms),
    subscriptionMemory(subscriptions, queue),
    deliveryMemory(queue, settings),
    planningMemory(planning, rateLimit),
    workloadMemory(workload),
    switches,
  ];
  const dials = new DialMemory(rooms.dials);
  const isNew = !recall(memories, file, dials);
  if (isNew) populate();
  else dials.turn();
  file.closing = () => dials.moved();
  if (isNew) writeWorld(rooms, file);
  for (const memory of memories) memory.remember((line) => file.append(line));
  rooms.faults.onAnswer(() => queueMicrotask(() => file.end()));
  file.end();
  return {
    noteRequest: (isAdmin) => {
      if (isAdmin) switches.note();
      file.end();
    },
  };
}

/** One group: a world half written is none. */
function writeWorld({ tenant, access }: SandboxRooms, file: DataFile): void {
  file.begin({ customerID: tenant.customerID, userID: access.keyUserID });
  for (const line of memoryRows({ tenant })) file.append(line);
}

/** False when the file was empty. */
function recall(memories: readonly RoomMemory[], file: DataFile, dials: DialMemory): boolean {
  const recallLine = recallerOf(memories);
  let lines = 0;
  for (const line of file.read()) {
    lines += 1;
    if (line['what'] === 'end') dials.recall(line);
    else recallLine(line);
  }
  for (const memory of memories) memory.resume?.();
  return lines > 0;
}
