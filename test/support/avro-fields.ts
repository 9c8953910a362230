import { readFileSync } from 'node:fs';
import type { EncodedFields } from '../../services/platform/avro/brief-event.ts';
import type { Fields } from '../../services/core/field-value.ts';
import { assetPath } from '../../services/platform/process/assets.ts';
import { avroType } from '../../services/platform/avro/avro.ts';
import { encodedFields } from '../../services/platform/avro/encoded-fields.ts';

const schema = JSON.parse(readFileSync(assetPath('schemas', 'change-event.avsc'), 'utf8')) as {
  readonly fields: readonly { readonly name: string; readonly type: unknown }[];
};
const type = avroType(JSON.stringify(schema.fields.find(({ name }) => name === 'fields')?.type));

/** The fields of an event as they stand in a record. */
export function encodeFields(fields: Fields): EncodedFields {
  return encodedFields(type.encode(fields, Buffer.alloc(0)), 0);
}
