/** Fields as they stand in a record: for those that come on no record of their own. */
import { readFileSync } from 'node:fs';
import type { Fields } from '../../core/field-value.ts';
import { assetPath } from '../process/assets.ts';
import { avroType } from './avro.ts';
import type { AvroType } from './avro.ts';
import type { EncodedFields } from './brief-event.ts';
import { encodedFields } from '../bytes/encoded-fields.ts';

let type: AvroType | null = null;

export function encodeFields(fields: Fields): EncodedFields {
  type ??= fieldsType();
  return encodedFields(type.encode(fields, NOTHING), 0);
}

const NOTHING = Buffer.alloc(0);

function fieldsType(): AvroType {
  const text = readFileSync(assetPath('schemas', 'change-event.avsc'), 'utf8');
  const schema = JSON.parse(text) as { fields: readonly { name: string; type: unknown }[] };
  return avroType(JSON.stringify(schema.fields.find(({ name }) => name === 'fields')?.type));
}
