import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../../core/json.ts';
import { passesFilters } from './event-filter.ts';
import { readSubscription, SubscriptionRefused } from './subscription-request.ts';

const BASE = { objCode: 'TASK', eventType: 'UPDATE', url: 'http://x/', authToken: 'token' };
const NEW = {
  name: 'again',
  percentComplete: 40,
  status: 'CUR',
  priority: 1,
  description: null,
  plannedCompletionDate: '2022-12-15T16:00:00.000-0800',
  groups: ['Choice 3', 'Choice 4'],
  parameterValues: { 'DE:Region': 'DACH' },
};

function passes(
  filters: readonly JsonObject[],
  states: { newState?: JsonObject; oldState?: JsonObject; eventType?: 'CREATE' | 'UPDATE' } = {},
  more: JsonObject = {},
): boolean {
  const subscription = readSubscription({ ...BASE, ...more, filters });
  const { eventType = 'UPDATE', newState = NEW, oldState = { ...NEW, name: 'before' } } = states;
  return passesFilters(subscription, { eventType, newState, oldState });
}

describe('comparisons (reference B.5)', () => {
  it.each<[string, JsonValue, string, boolean]>([
    ['name', 'again', 'eq', true],
    ['name', 'Again', 'eq', false],
    ['percentComplete', '40', 'eq', true],
    ['name', 'again', 'ne', false],
    ['percentComplete', '100', 'lt', true],
    ['percentComplete', 40, 'lte', true],
    ['percentComplete', '40', 'gt', false],
    ['percentComplete', '40', 'gte', true],
    ['percentComplete', 'much', 'gt', false],
    ['plannedCompletionDate', '2022-12-18T16:00:00.000-0800', 'lt', true],
    ['plannedCompletionDate', '2022-12-16T00:00:00.000+0000', 'gte', true],
    ['name', 'gai', 'contains', true],
    ['groups', 'Choice 3', 'contains', true],
    ['groups', 'Choice', 'contains', false],
    ['groups', 'Choice 5', 'notContains', true],
    ['groups', ['Choice 4', 'Choice 3'], 'containsOnly', true],
    ['groups', ['Choice 4'], 'containsOnly', false],
    ['name', '', 'changed', true],
    ['status', '', 'changed', false],
    ['description', '', 'exists', false],
    ['description', '', 'notExists', true],
    ['DE:Region', 'DACH', 'eq', true],
    ['nonsense', 'x', 'ne', false],
    ['nonsense', '', 'notExists', false],
  ])('%s %j %s: %s', (fieldName, fieldValue, comparison, expected) => {
    expect(passes([{ fieldName, fieldValue, comparison }])).toBe(expected);
  });

  it('looks at the old state when asked, which never matches on CREATE', () => {
    const filter = { fieldName: 'name', fieldValue: 'before', comparison: 'eq', state: 'oldState' };
    expect(passes([filter])).toBe(true);
    expect(passes([filter], { eventType: 'CREATE' })).toBe(false);
  });

  it('reads a nested value as an object', () => {
    const filter = { fieldName: 'data', fieldValue: { F1: 'planning' }, comparison: 'eq' };
    expect(passes([filter], { newState: { data: { F1: 'planning', F2: 1 } } })).toBe(true);
    expect(passes([filter], { newState: { data: { F1: 'active' } } })).toBe(false);
  });

  it('joins filters by the connector, groups by their own', () => {
    const no = { fieldName: 'name', fieldValue: 'nobody', comparison: 'eq' };
    const yes = { fieldName: 'status', fieldValue: 'CUR', comparison: 'eq' };
    expect(passes([no, yes])).toBe(false);
    expect(passes([no, yes], {}, { filterConnector: 'OR' })).toBe(true);
    expect(passes([yes, { type: 'group', connector: 'OR', filters: [no, yes] }])).toBe(true);
  });
});

describe('what a subscription may not ask', () => {
  const one = { fieldName: 'name', fieldValue: '', comparison: 'eq' };
  it.each<[string, JsonObject]>([
    ['an unknown member', { ...BASE, extra: 1 }],
    ['no url', { objCode: 'TASK', eventType: 'UPDATE', authToken: 't' }],
    ['a url that is none', { ...BASE, url: 'nowhere' }],
    ['SHARE', { ...BASE, eventType: 'SHARE' }],
    ['a type without events', { ...BASE, objCode: 'GROUP' }],
    ['a lower-case code', { ...BASE, objCode: 'task' }],
    ['a token of 255 characters', { ...BASE, authToken: 'x'.repeat(255) }],
    ['an unknown comparison', { ...BASE, filters: [{ ...one, comparison: 'near' }] }],
    ['a group of one', { ...BASE, filters: [{ type: 'group', filters: [one] }] }],
    [
      'eleven groups',
      { ...BASE, filters: Array<JsonObject>(11).fill({ type: 'group', filters: [one, one] }) },
    ],
    ['another state', { ...BASE, filters: [{ ...one, state: 'nextState' }] }],
  ])('%s', (_what, body) => {
    expect(() => readSubscription(body)).toThrow(SubscriptionRefused);
  });
});
