/** What the workload was doing, in the data file. */
import { isJsonObject } from '../../core/json.ts';
import { numberOf } from '../../workfront/object-row.ts';
import type { RoomMemory } from '../memory/room-memory.ts';
import { readOrder } from './workload.ts';
import type { Workload, WorkloadEvent } from './workload.ts';

export function workloadMemory(workload: Workload): RoomMemory<WorkloadEvent['what']> {
  return {
    remember: (append) => workload.onEvent(append),
    recall: {
      workload: ({ order }) =>
        workload.replayOrder(order !== undefined && isJsonObject(order) ? readOrder(order) : null),
      workloadPaused: ({ paused }) => workload.replayPause(paused === true),
      worked: (line) => {
        const number = (name: string): number => numberOf(line, name) ?? 0;
        const { news, done } = line;
        workload.replayWork({
          made: number('made'),
          workedMs: number('workedMs'),
          credit: number('credit'),
          done: done === true,
          news: news !== undefined && isJsonObject(news) ? news : null,
        });
      },
    },
  };
}
