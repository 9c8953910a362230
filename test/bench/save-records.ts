/** Saves as the records that the ingress would publish for them, by its own translation. */
import { asMicros, plus } from '../../services/core/units.ts';
import { changesTopic } from '../../services/source/log/topic-name.ts';
import { isParked } from '../../services/source/log/translation.ts';
import type { EventCodec } from '../../services/platform/avro/event-codec.ts';
import { toRecord } from '../../services/source/log/event-record.ts';
import { parseJson } from '../../services/platform/json.ts';
import type { OutgoingRecord } from '../../services/platform/kafka/publisher.ts';
import { translate } from '../../services/webhook-ingress/translate.ts';
import type { TaskSave } from './task-world.ts';

/** From the change to its delivery; Workfront's is usually about this (reference B.2). */
const DELIVERY_LAG_MICROS = asMicros(1_000_000);

export function taskTopic(prefix: string): string {
  return changesTopic(prefix, 'TASK');
}

export function saveRecord(save: TaskSave, codec: EventCodec, prefix: string): OutgoingRecord {
  const translated = translate(
    { objCode: 'TASK', body: save.body, observedAt: plus(save.instant, DELIVERY_LAG_MICROS) },
    { customerID: null, parseJson },
  );
  if (isParked(translated)) throw new Error(`a save is no event: ${translated.message}`);
  return toRecord(translated.event, codec, taskTopic(prefix));
}
