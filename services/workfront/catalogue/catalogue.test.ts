import { describe, expect, test } from 'vitest';
import {
  CAPTURED_OBJECT_CODES,
  SUBSCRIBABLE_OBJECT_CODES,
  canonicalObjCode,
  eventFieldsOf,
  fieldsOf,
  objectType,
} from './catalogue.ts';
import { nowDependentFields } from './now-dependent.ts';

describe('the catalogue', () => {
  test('finds a type by objCode in any letter case and by API name', () => {
    const names = ['PROJ', 'proj', 'project', 'Project', 'OpTask', 'journalentry'];
    expect(names.map(canonicalObjCode)).toEqual(
      ['PROJ', 'PROJ', 'PROJ', 'PROJ', 'OPTASK', 'JRNLE'], // (reference C.2)
    );
    expect(canonicalObjCode('nothing')).toBeNull();
    expect(canonicalObjCode('constructor')).toBeNull();
  });

  test('keeps the two approvals apart, whose codes differ only in letter case', () => {
    expect(canonicalObjCode('approval')).toBe('approval');
    expect(canonicalObjCode('APPROVAL')).toBe('APPROVAL');
    expect(canonicalObjCode('APPROVAL_STAGE')).toBe('approval_stage');
  });

  test('captures what has events, a clock or a listing with a view, and subscribes to the 31 of reference B.3', () => {
    expect(SUBSCRIBABLE_OBJECT_CODES).toHaveLength(31);
    expect(CAPTURED_OBJECT_CODES).toHaveLength(118);
    expect(CAPTURED_OBJECT_CODES).toEqual(expect.arrayContaining([...SUBSCRIBABLE_OBJECT_CODES]));
    expect(CAPTURED_OBJECT_CODES).toEqual(expect.arrayContaining(['PROJ', 'JRNLE', 'RECORD']));
  });

  test('names the view and key that Data Connect uses', () => {
    expect(objectType('PROJ')?.dataConnect).toMatchObject({ base: 'PROJECTS', key: 'PROJECTID' });
    expect(objectType('ACSRUL')?.dataConnect?.key).toBe('ACCESSRULEID');
    expect(objectType('JRNLE')?.dataConnect?.key).toBe('JOURNALENTRIESID');
    expect(objectType('TMPH')?.moreTables).toHaveLength(3);
  });

  test('joins the typed fields of a type with those that only events carry', () => {
    const task = fieldsOf('TASK');
    expect(task.get('percentComplete')).toMatchObject({ type: 'double', inEvents: false });
    expect(task.get('project:programID')).toMatchObject({ type: 'string', inEvents: true });
    expect(eventFieldsOf('TASK')?.changeTimeField).toBe('lastUpdateDate');
    expect(fieldsOf('ASSGN').get('workPerDate')?.inEvents).toBe(false); // removed in 2023
    expect(fieldsOf('no such type').size).toBe(0);
    expect(fieldsOf('constructor').size).toBe(0);
  });

  test('says which journal columns hold a field in its API form', () => {
    const form = (name: string) => fieldsOf('TASK').get(name)?.journalForm;
    expect(form('name')).toBe('Text');
    expect(form('percentComplete')).toBe('Number');
    expect(form('plannedCompletionDate')).toBe('Date');
    expect(fieldsOf('HOUR').get('entryDate')).toMatchObject({ type: 'date', journalForm: null });
    for (const name of ['assignedToID', 'condition', 'isReady', 'accessorIDs', 'slackDate'])
      expect(form(name), name).toBeNull();
  });

  test('flags only known fields as moving with the clock', () => {
    for (const objCode of ['PROJ', 'TASK', 'OPTASK'])
      for (const name of nowDependentFields(objCode))
        expect(fieldsOf(objCode).get(name)?.nowDependent, `${objCode}.${name}`).toBe(true);
    expect(fieldsOf('PROJ').get('condition')?.nowDependent).toBe(false);
  });
});
