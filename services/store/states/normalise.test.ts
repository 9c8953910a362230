import { describe, expect, it } from 'vitest';
import { encodeFields } from '../../platform/avro/loose-fields.ts';
import type { Fields } from '../../core/field-value.ts';
import { parseJson } from '../../platform/json.ts';
import { createNormaliser } from './normalise.ts';

const normaliser = createNormaliser(parseJson);

function normalise(objCode: string, fields: Fields) {
  const { state, misfits } = normaliser(objCode, encodeFields(fields));
  return { fields: state.fields(), misfits };
}

function fieldsOf(objCode: string, fields: Fields): Fields {
  return normalise(objCode, fields).fields;
}

describe('normalisation', () => {
  it('an instant is one value, whichever source, zone and spelling it came in', () => {
    const spellings = [
      '2020-05-18T17:00:00:000-0600',
      '2020-05-18T23:00:00.000+0000',
      '2020-05-19T01:00:00.000+0200',
      '2020-05-18T23:00:00.000Z',
    ];
    for (const lastUpdateDate of spellings) {
      expect(fieldsOf('PROJ', { lastUpdateDate })).toEqual({
        lastUpdateDate: '2020-05-18T23:00:00.000Z',
      });
    }
  });

  it('text in a field of no known type is an instant only in the exact form of one', () => {
    const fields = {
      'DE:When': '2017-10-06T13:48:07.776-0600',
      'DE:Day': '2017-10-06',
      'DE:Note': 'due 2017-10-06T13:48:07.776-0600',
      'DE:Bad': '2017-13-06T13:48:07.776-0600',
      'DE:Loose': '2017-10-06T13:48-06',
    };
    expect(fieldsOf('PROJ', fields)).toEqual({
      ...fields,
      'DE:When': '2017-10-06T19:48:07.776Z',
    });
  });

  it('a name that looks like an instant stays the name', () => {
    const name = '2017-10-06T13:48:07.776-0600';
    expect(fieldsOf('PROJ', { name })).toEqual({ name });
  });

  it('a number given as text is a number, and an empty date or number is empty', () => {
    expect(
      fieldsOf('PROJ', { priority: '2', actualCost: '12.50', actualStartDate: '', budget: '' }),
    ).toEqual({ priority: 2, actualCost: 12.5, actualStartDate: null, budget: null });
  });

  it('a set is sorted, and one value without its array is a set of one', () => {
    const sent = { accessorIDs: { json: '["b","a"]' }, 'DE:Tags': { json: '["y","x"]' } };
    expect(fieldsOf('PROJ', sent)).toEqual({
      accessorIDs: { json: '["a","b"]' },
      'DE:Tags': { json: '["x","y"]' },
    });
    expect(fieldsOf('PROJ', { accessorIDs: 'a' })).toEqual({ accessorIDs: { json: '["a"]' } });
  });

  it('an array of a field that is no set keeps its order', () => {
    expect(fieldsOf('RECORD', { 'data.F1': { json: '["y","x"]' } })).toEqual({
      'data.F1': { json: '["y","x"]' },
    });
  });

  it('what is not of its type is kept as sent, and counted', () => {
    expect(normalise('PROJ', { priority: 'high', name: 7, lastUpdateDate: 'soon' })).toEqual({
      fields: { priority: 'high', name: 7, lastUpdateDate: 'soon' },
      misfits: 3,
    });
  });

  it('what moves as time goes by is not claimed', () => {
    expect(fieldsOf('PROJ', { progressStatus: 'LT', status: 'CUR' })).toEqual({ status: 'CUR' });
  });

  it('a double that JSON cannot say is text', () => {
    expect(fieldsOf('PROJ', { actualCost: Infinity, 'DE:x': NaN })).toEqual({
      actualCost: 'Infinity',
      'DE:x': 'NaN',
    });
  });

  it('names that differ in what Postgres cannot store are two fields', () => {
    const fields = { 'DE:a\0': 'first', 'DE:b': 1, 'DE:a\uFFFD': 'last' };
    expect(fieldsOf('PROJ', fields)).toEqual(fields);
  });
});
