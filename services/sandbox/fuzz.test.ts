/**
 * The limits of the sandbox: whatever is asked is answered or refused as documented (reference C.5,
 * E.2, E.3, B.1), never a crash, never a hang. Replay with SEED; ROUNDS for a longer search.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { JsonValue } from '../core/json.ts';
import { localSandbox, requiredText } from '../../test/support/local-sandbox.ts';
import type { Answer, LocalSandbox } from '../../test/support/local-sandbox.ts';
import { planningCaller, recordTypeNamed } from '../../test/support/planning-caller.ts';
import { MODIFIERS } from '../workfront/attask/modifiers.ts';
import { seededRandom } from '../core/random.ts';
import type { Random } from '../core/random.ts';

const seed = Number(process.env['SEED'] ?? 20261122);
const rounds = Number(process.env['ROUNDS'] ?? 700);
/** Far more than any of these takes; less than a person waits. */
const ANSWER_MS_MAX = 5000;

let local: LocalSandbox;

beforeAll(() => {
  local = localSandbox();
  local.ask('PUT', '/sandbox/settings', { planningRequestsPerMinute: 10_000_000 });
});

function answered(what: string, ask: () => Answer): Answer {
  const startedMs = performance.now();
  try {
    return ask();
  } catch (error) {
    throw new Error(`crashed by ${what}`, { cause: error });
  } finally {
    expect(performance.now() - startedMs, what).toBeLessThan(ANSWER_MS_MAX);
  }
}

// prettier-ignore
const TEXTS = [
  '', 'a', 'Test', '%', '%a%_%', '%'.repeat(60), '*', ':', '(', '\\', "'", '"', '\u0000', '💥',
  '0', '1', '-1', '1e999', 'NaN', '9'.repeat(40), '0x10', '2001', 'true', 'null', 'undefined',
  '2026-01-15', '2026-02-30', '2026-01-15T12:00:00:000-0700', '2026-01-15T25:61:00.000Z',
  '0000-00-00',
    '+275760-09-13T00:00:00.001Z',
    '__proto__',
    'constructor',
    'CUR',
    'x'.repeat(500),
  '$$USER.ID', '$$USER.__proto__', '$$CUSTOMER', '$$AR', '$$NOPE', '$$',
];

function textValue(random: Random): string {
  if (random.chance(0.25)) {
    const signs = ['', 'b', 'e', '+1d', '-3w', '+99999999y', 'bm', 'e-1q', 'h', '+d', '--1d'];
    return `${random.pick(['$$TODAY', '$$NOW'])}${random.pick(signs)}`;
  }
  return random.pick(TEXTS);
}

// prettier-ignore
const FIELDS = [
  'ID', 'name', 'priority', 'status', 'entryDate', 'lastUpdateDate', 'plannedStartDate',
  'percentComplete', 'project:status', 'owner:name', 'assignments:assignedToID', 'tasks:name',
  'DE:Region',
    'DE:Effort',
    'project:DE:Region',
    'accessorIDs',
    'nope',
    'name:x',
    '',
    ':',
    '::',
  'DE:',
    'toString',
    'a:b:c:d:e:f',
    'objObjCode',
    'subObjID',
    'project:owner:company:name',
    '*',
];

function searchParameter(random: Random): [string, string] {
  const field = `${random.chance(0.2) ? `OR:${random.pick(['1', '2', '9', 'x', ''])}:` : ''}${random.pick(FIELDS)}`;
  const modifier = random.chance(0.85) ? random.pick(MODIFIERS) : textValue(random);
  switch (random.int(0, 9)) {
    case 0:
      return [`${field}_Range`, textValue(random)];
    case 1:
      return [
        `${field}_${random.pick(['1_', '', '0_', '99_'])}Sort`,
        random.pick(['asc', 'cidesc', 'x']),
      ];
    case 2:
      return [random.pick(['$$LIMIT', '$$FIRST', '$$X', 'map', '$$ROLLUP']), textValue(random)];
    case 3:
      return ['fields', Array.from({ length: 3 }, () => random.pick(FIELDS)).join(',')];
    case 4:
      return ['filters', JSON.stringify(json(random, 3))];
    case 5:
      return [
        `${field}_${random.pick(['GroupBy', 'AggFunc'])}`,
        random.pick(['true', 'sum', 'max', '']),
      ];
    default:
      return random.chance(0.5) ? [`${field}_Mod`, modifier] : [field, textValue(random)];
  }
}

/** JSON of no particular sense, with the words of all grammars in it. */
function json(random: Random, depth: number): JsonValue {
  if (depth === 0 || random.chance(0.35)) {
    return random.pick<JsonValue>([
      null,
      true,
      0,
      -1.5,
      1e308,
      textValue(random),
      textValue(random),
    ]);
  }
  const members = Array.from({ length: random.int(0, 3) }, () => json(random, depth - 1));
  if (random.chance(0.35)) return members;
  return Object.fromEntries(members.map((one) => [random.pick(WORDS), one]));
}

const CONDITIONS = ['IS', 'CONTAINS', 'IS_BETWEEN', 'HAS_ANY_OF', 'IS_EMPTY', 'IS_AFTER', 'NOPE'];
const OPERATORS = ['$is', '$isNot', '$contains', '$doNotContain', '$GreaterThan', '$isBetween'];
const ALIASES = [
  'name',
  'budget',
  'status',
  'regions',
  'launch_date',
  'approved',
  'owner',
  'product',
];
// prettier-ignore
const WORDS = [
  '$and', '$or', '$isEmpty', '$hasAllOf', '$isExactly', '$nope', ...OPERATORS, ...ALIASES,
  'budget_with_reserve', 'product_names', 'updated_at', 'created_by', 'filters', 'filter',
  'operator', 'conditions', 'fieldId', 'condition', 'value', 'sort', 'sorting', 'direction',
  'group', 'groupingFieldIds', 'limit', 'offset', 'recordTypeId', 'data', '__proto__', 'type',
  'fieldName', 'fieldValue', 'comparison', 'state', 'connector', 'objCode', 'name_Mod', 'name',
];

/** Nearly a filter: right where it is easy, wrong somewhere. */
function conditionFilter(random: Random, depth: number): JsonValue {
  if (depth === 0 || random.chance(0.5)) {
    const value = json(random, 2);
    return { fieldId: random.pick(ALIASES), condition: random.pick(CONDITIONS), value };
  }
  const conditions = Array.from({ length: 2 }, () => conditionFilter(random, depth - 1));
  return { operator: random.pick(['AND', 'OR', 'XOR']), conditions };
}

function modifierFilter(random: Random, depth: number): JsonValue {
  if (depth === 0 || random.chance(0.5)) {
    return { [random.pick(ALIASES)]: { [random.pick(OPERATORS)]: json(random, 1) } };
  }
  return { [random.pick(['$and', '$or'])]: [modifierFilter(random, depth - 1), json(random, 2)] };
}

describe(`rubbish (SEED=${seed})`, () => {
  it('in the search grammar of attask is refused with 400 or 404, or finds what it finds', () => {
    const random = seededRandom(seed);
    const seen = new Set<number>();
    for (let n = 0; n < rounds; n += 1) {
      const count = random.int(1, 6);
      const parameters = Array.from({ length: count }, () => searchParameter(random));
      const query = new URLSearchParams(parameters).toString();
      const path = `/attask/api/v21.0/${random.pick(['PROJ', 'TASK', 'JRNLE', 'HOUR', 'NOPE'])}`;
      const url = `${path}/${random.pick(['search', 'search', 'count', 'report'])}`;
      const answer = random.chance(0.8)
        ? answered(`${url}?${query}`, () => local.get(`${url}?${query}`))
        : answered(`${url} ${query}`, () => local.ask('POST', `${url}?method=GET`, query));
      seen.add(answer.status);
      if (answer.status === 200) expect(answer.at('data'), query).toBeDefined();
      else {
        expect([400, 404], `${url}?${query}`).toContain(answer.status);
        expect(answer.at('error.class'), query).toMatch(/^(com|java)\./);
        expect(answer.text('error.message'), query).not.toBe('');
      }
    }
    expect([...seen].sort()).toEqual([200, 400, 404]);
  });

  it('in searches of Planning is refused as each version documents', () => {
    const random = seededRandom(seed).fork('planning');
    const call = planningCaller(local);
    const recordTypeId = requiredText(recordTypeNamed(local, 'Campaigns')['id']);
    const seen = new Set<number>();
    for (let n = 0; n < rounds; n += 1) {
      const odd = random.chance(0.3) ? json(random, 4) : null;
      const filters = odd ?? modifierFilter(random, 3);
      const v1 = { recordTypeId, filters, ...(random.chance(0.2) ? { sorting: odd } : {}) };
      const first = answered(JSON.stringify(v1), () => call('POST', '/v1/records/search', v1));
      if (first.status === 200) expect(first.at('records')).toBeInstanceOf(Array);
      else expect(first.body, JSON.stringify(v1)).toMatchObject({ type: first.status * 100 + 1 });
      const v2 = { filter: odd ?? conditionFilter(random, 3), sort: odd === null ? [] : odd };
      const url = `/v2/record-types/${recordTypeId}/records/search`;
      const second = answered(JSON.stringify(v2), () => call('POST', url, v2));
      if (second.status === 200) expect(second.at('records.content')).toBeInstanceOf(Array);
      else expect(second.body, JSON.stringify(v2)).toMatchObject({ status: second.status });
      for (const { status } of [first, second]) seen.add(status);
    }
    expect([...seen].sort()).toEqual([200, 400]);
  });

  it('in formulas makes a field with an error, and no other harm', () => {
    const random = seededRandom(seed).fork('formulas');
    const call = planningCaller(local);
    const recordTypeId = requiredText(recordTypeNamed(local, 'Campaigns')['id']);
    const made = call('POST', `/v2/record-types/${recordTypeId}/fields`, {
      displayName: 'Fuzz',
      type: 'FORMULA',
      formulaOptions: { formula: '1' },
    });
    const parts = [
      '{Budget}',
      '{Fuzz}',
      '{Product}.{Name}',
      'SUM(',
      'IF(',
      'CONCAT(',
      ')',
      ',',
      '+',
    ];
    const more = ['-', '/', '"', '"a"', '1', '{', '}', '.', '(', 'ROUND(', '1e9', ' ', 'LEFT('];
    for (let n = 0; n < rounds / 7; n += 1) {
      const length = random.int(0, 9);
      const formula = Array.from({ length }, () => random.pick([...parts, ...more])).join('');
      const returnType = random.pick(['NUMBER', 'TEXT', 'DATE', 'TEXT_ARRAY', 'NOPE']);
      const sent = { formulaOptions: { formula, returnType } };
      const url = `/v2/fields/${made.text('id')}`;
      expect(answered(formula, () => call('PATCH', url, sent)).status, formula).toBe(200);
    }
  });
});

const HOOKS = '/attask/eventsubscription/api/v1/subscriptions';
const COMPARISONS = ['eq', 'ne', 'gt', 'lte', 'contains', 'containsOnly', 'changed', 'like', ''];

function eventFilter(random: Random, depth: number): JsonValue {
  if (random.chance(0.15)) return json(random, 2);
  if (depth > 0 && random.chance(0.3)) {
    const filters = Array.from({ length: random.int(0, 6) }, () => eventFilter(random, 0));
    return { type: 'group', connector: random.pick(['AND', 'OR', 'NOT']), filters };
  }
  const state = random.pick(['newState', 'oldState', 'newState', 'state']);
  const fieldName = random.pick(FIELDS);
  return { fieldName, fieldValue: json(random, 2), comparison: random.pick(COMPARISONS), state };
}

function subscription(random: Random): JsonValue {
  if (random.chance(0.1)) return json(random, 3);
  return {
    objCode: random.pick(['PROJ', 'PROJ', 'PROJ', 'TASK', 'NOPE', 'toString', '']),
    eventType: random.pick(['UPDATE', 'UPDATE', 'CREATE', 'SHARE']),
    url: random.pick(['http://x/', 'http://y/', 'ftp://x', '', 'http://']),
    authToken: random.chance(0.9) ? 'token' : textValue(random),
    ...(random.chance(0.1) ? { [random.pick(WORDS)]: json(random, 2) } : {}),
    ...(random.chance(0.8) ? { filters: [eventFilter(random, 1), eventFilter(random, 1)] } : {}),
    ...(random.chance(0.3) ? { filterConnector: random.pick(['AND', 'OR', 'and', '']) } : {}),
  };
}

it(`rubbish in subscriptions is refused, and what is accepted harms no save (SEED=${seed})`, () => {
  const random = seededRandom(seed).fork('subscriptions');
  const id = local.ask('POST', '/attask/api/v21.0/PROJ', { name: 'x' }).text('data.ID');
  const seen = new Set<number>();
  for (let n = 0; n < rounds; n += 1) {
    const body = subscription(random);
    const what = JSON.stringify(body);
    const answer = answered(what, () => local.ask('POST', HOOKS, body));
    expect([201, 400, 409], what).toContain(answer.status);
    seen.add(answer.status);
    if (answer.status === 201) {
      const name = `${n} again`;
      const edit = () => local.ask('PUT', `/attask/api/v21.0/PROJ/${id}`, { name });
      expect(answered(what, edit).status, what).toBe(200);
      local.ask('DELETE', `${HOOKS}/${answer.text('id')}`);
    } else expect(answer.text('error.message'), what).not.toBe('');
  }
  expect(seen).toContain(201);
  expect(seen).toContain(400);
});
