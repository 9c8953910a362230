import { beforeAll, describe, expect, it } from 'vitest';
import { ManualClock } from '../../../test/support/manual-clock.ts';
import { START_MICROS } from '../../../test/support/local-sandbox.ts';
import type { JsonValue } from '../../core/json.ts';
import { CAPTURED_OBJECT_CODES, objectType } from '../../workfront/catalogue/catalogue.ts';
import type { FieldType } from '../../workfront/catalogue/field-types.generated.ts';
import { createSandbox } from '../sandbox.ts';
import type { Sandbox } from '../sandbox.ts';
import { fieldText, idOf, parametersOf } from '../../workfront/object-row.ts';
import { isOpen, referencesOf, schemaOf } from '../../workfront/catalogue/schema.ts';
import { SMALL } from './world.ts';

let sandbox: Sandbox;

beforeAll(() => {
  const [apiKey, password] = ['key', 'secret'];
  const clock = new ManualClock(START_MICROS);
  const post = async () => 200;
  sandbox = createSandbox({ seed: 1, apiKey, password, clock, post, size: SMALL });
});

/** The journal begins with the first change; the other two are views of what there is. */
const NOT_MADE = ['JRNLE', 'UPDATE', 'WORK'];

describe('the small company (reference D)', () => {
  it('has some of every type that has events or a clock', () => {
    const { store } = sandbox.tenant;
    const made = CAPTURED_OBJECT_CODES.filter((code) => {
      const type = objectType(code);
      return type !== null && (type.events !== 'none' || type.clocks.length > 0);
    });
    const missing = made.filter((code) => store.count(code) === 0);
    expect(missing).toEqual(NOT_MADE);
  });

  it('is small: no more than a thousand rows', () => {
    const { store } = sandbox.tenant;
    const rows = store.objCodes().reduce((sum, code) => sum + store.count(code), 0);
    expect(rows).toBeLessThan(1000);
  });

  it('has a form with every custom field on it, which all work bears that has values of it', () => {
    const { store } = sandbox.tenant;
    const [form] = store.rows('CTGY');
    if (form === undefined) throw new Error('no form');
    const ofForm = [...store.rows('CTGYPA')].filter((row) => row['categoryID'] === idOf(form));
    const fieldIDs = ofForm.map((row) => row['parameterID']);
    expect(fieldIDs).toEqual([...store.rows('PARAM')].map(idOf));
    const names = new Set([...store.rows('PARAM')].map((row) => `DE:${fieldText(row, 'name')}`));
    for (const row of ['PROJ', 'TASK', 'OPTASK'].flatMap((code) => [...store.rows(code)])) {
      expect(row['categoryID']).toBe(idOf(form));
      expect(Object.keys(parametersOf(row)).filter((name) => !names.has(name))).toEqual([]);
    }
  });

  it('has only fields that the type has, each of its type', () => {
    const problems: string[] = [];
    for (const objCode of sandbox.tenant.store.objCodes()) {
      if (isOpen(objCode) || PLANNING.has(objCode)) continue;
      for (const row of sandbox.tenant.store.rows(objCode)) {
        for (const [name, value] of Object.entries(row)) {
          const type = schemaOf(objCode).get(name);
          if (type === undefined) problems.push(`${objCode}.${name} is no field`);
          else if (!fits(type, value))
            problems.push(`${objCode}.${name}: ${JSON.stringify(value)}`);
        }
      }
    }
    expect([...new Set(problems)]).toEqual([]);
  });

  it('points only to objects that are there', () => {
    const { store } = sandbox.tenant;
    const dangling: string[] = [];
    for (const objCode of store.objCodes()) {
      for (const row of store.rows(objCode)) {
        for (const [field, target] of referencesOf(objCode)) {
          const id = row[field];
          if (typeof id !== 'string' || store.get(target, id) !== null) continue;
          dangling.push(`${objCode} ${idOf(row)}: ${field}`);
        }
      }
    }
    expect(dangling).toEqual([]);
  });
});

const PLANNING: ReadonlySet<string> = new Set(['WORKSPACE', 'RECORD_TYPE', 'FIELD', 'RECORD']);

function fits(type: FieldType, value: JsonValue): boolean {
  if (value === null || type === 'unknown') return true;
  if (type === 'string[]') return Array.isArray(value);
  if (type === 'map') return typeof value === 'object';
  if (type === 'int' || type === 'dateTime') return Number.isInteger(value);
  if (type === 'double') return typeof value === 'number';
  if (type === 'date') return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
  return typeof value === type;
}
