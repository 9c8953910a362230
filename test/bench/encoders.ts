// What it is for: `npm run bench:encoders`, what each byte-level encoder buys over the plain way.
// Promises: both ways do the same work on the same event, in turn, the best of some rounds each.
// Must not: need a server, or say anything of the pipeline: `npm run bench` does.
import { readFileSync } from 'node:fs';
import type { Fields, FieldValue } from '../../services/core/field-value.ts';
import { seededRandom } from '../../services/core/random.ts';
import { avroType } from '../../services/platform/avro/avro.ts';
import type { AvroReader } from '../../services/platform/avro/avro.ts';
import { encodeFields } from '../../services/platform/avro/loose-fields.ts';
import { assetPath } from '../../services/platform/process/assets.ts';
import { VALUE_KIND } from '../../services/platform/avro/brief-event.ts';
import { CellBytes } from '../../services/platform/bytes/cells.ts';
import { ChunkPool, CopyRows } from '../../services/platform/bytes/copy-rows.ts';
import { writeInstantJson } from '../../services/platform/bytes/instant-bytes.ts';
import { JsonBytes, nameJson } from '../../services/platform/bytes/json-bytes.ts';
import { instantText } from '../../services/store/states/field-rules.ts';
import { membersAmong } from '../../services/platform/bytes/json-members.ts';
import { parseJson } from '../../services/platform/json.ts';
import { encodedFields } from '../../services/platform/bytes/encoded-fields.ts';

const NO_NAME = Buffer.alloc(0);
const SEED = 20_260_105;
const FIELDS = 50;
const TIMES = 5_000;
const ROUNDS = 4;

interface Comparison {
  readonly file: string;
  readonly does: string;
  readonly plain: () => unknown;
  readonly bytes: () => unknown;
}

const random = seededRandom(SEED);
const fields: Fields = Object.fromEntries(
  Array.from({ length: FIELDS }, (_, at) => [`field${at}`, valueAt(at)]),
);
const names = Object.keys(fields);
const avro = encodeFields(fields).bytes;
/** By avsc: every value is made. */
const readEncodedAvro = readerOfFields();
const instants = Array.from(
  { length: FIELDS },
  () => `2026-0${random.int(1, 9)}-1${random.int(0, 9)}T10:00:00:000-0700`,
);
const instantBytes = instants.map((text) => Buffer.from(text));
const jsonBytes = Buffer.from(JSON.stringify(fields));
const TWO_NAMES = ['field7', 'field40'];
const nameBytes = names.map(nameJson);
const walked = encodedFields(avro, 0);
const json = new JsonBytes();
const cells = new CellBytes();
const pool = new ChunkPool();

const COMPARISONS: readonly Comparison[] = [
  {
    file: 'encoded-fields.ts',
    does: 'check the Avro map and go through it; plain: avsc makes its values',
    plain: () => readEncodedAvro(avro, 0),
    bytes: () => {
      const one = encodedFields(avro, 0);
      one.rewind();
      let length = 0;
      while (one.next()) length += one.valueUntil - one.valueFrom;
      return length;
    },
  },
  {
    file: 'json-bytes.ts',
    does: 'the fields of the Avro map as JSON; plain: JSON.stringify of what avsc makes',
    plain: () => Buffer.from(JSON.stringify(readEncodedAvro(avro, 0))),
    bytes: () => {
      json.clear();
      walked.rewind();
      for (let at = 0; walked.next(); at += 1) {
        json.name(nameBytes[at] ?? NO_NAME);
        const { kind, bytes, valueFrom, valueUntil } = walked;
        const isCopied =
          kind === VALUE_KIND.STRING && json.plainString(bytes, valueFrom, valueUntil);
        if (!isCopied) json.value(walked.value());
      }
      json.close();
      return json.length;
    },
  },
  {
    file: 'json-members.ts',
    does: `two of ${FIELDS} members of a JSON object; plain: all of it parsed`,
    plain: () => parseJson(String(jsonBytes)),
    bytes: () => parseJson(membersAmong(jsonBytes, 0, jsonBytes.length, TWO_NAMES) ?? ''),
  },
  {
    file: 'instant-bytes.ts',
    does: `${FIELDS} instants of Workfront as ours; plain: text, parsed and printed`,
    plain: () => instantBytes.map((bytes) => JSON.stringify(instantText(String(bytes)))),
    bytes: () => {
      json.clear();
      for (const bytes of instantBytes) writeInstantJson(json, bytes, 0, bytes.length);
      return json.length;
    },
  },
  {
    file: 'copy-rows.ts, cells.ts',
    does: 'the Avro map as a row of binary COPY; plain: a line of text COPY of what avsc makes',
    plain: () => Buffer.from(`${Object.values(readFields()).map(copyText).join('\t')}\n`),
    bytes: () => {
      cells.clear();
      walked.rewind();
      while (walked.next()) {
        const { kind, bytes, valueFrom, valueUntil } = walked;
        if (kind === VALUE_KIND.STRING && cells.asciiText(bytes, valueFrom, valueUntil)) continue;
        const value = walked.value();
        if (typeof value === 'number') cells.number(value);
        else if (typeof value === 'boolean') cells.boolean(value);
        else if (typeof value === 'string') cells.text(value);
      }
      const rows = new CopyRows(pool);
      rows.begin(FIELDS);
      rows.cells(cells.copy(), 0, cells.length);
      const { length } = rows.chunks();
      rows.release();
      return length;
    },
  },
];

function readerOfFields(): AvroReader {
  const text = readFileSync(assetPath('schemas', 'change-event.avsc'), 'utf8');
  const schema = JSON.parse(text) as { fields: readonly { name: string; type: unknown }[] };
  const type = JSON.stringify(schema.fields.find(({ name }) => name === 'fields')?.type);
  return avroType(type).readerOf(type);
}

function valueAt(at: number): FieldValue {
  if (at % 5 === 0) return random.int(0, 100_000) / 4;
  if (at % 5 === 1) return random.chance(0.5);
  return random.hex(32);
}

function readFields(): object {
  return readEncodedAvro(avro, 0) as object;
}

function copyText(value: unknown): string {
  return String(value).replaceAll(/[\\\t\n\r]/g, '\\$&');
}

function cpuMicros(act: () => unknown): number {
  const before = process.cpuUsage();
  for (let times = 0; times < TIMES; times += 1) act();
  return process.cpuUsage(before).user / TIMES;
}

const rows = COMPARISONS.map(({ file, does, plain, bytes }) => {
  const best = { plain: Infinity, bytes: Infinity };
  for (let round = 0; round < ROUNDS; round += 1) {
    best.plain = Math.min(best.plain, cpuMicros(plain));
    best.bytes = Math.min(best.bytes, cpuMicros(bytes));
  }
  const ratio = best.plain / best.bytes;
  return [`\`${file}\``, does, best.plain.toFixed(1), best.bytes.toFixed(1), ratio.toFixed(1)];
});
const head = ['file', 'does', 'plain, CPU µs', 'ours, CPU µs', 'times'];
for (const row of [head, head.map(() => '---'), ...rows]) {
  process.stdout.write(`| ${row.join(' | ')} |\n`);
}
