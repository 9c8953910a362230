/**
 * Whose SQL a pasted query is. Most say it by their form, or by a word; some run in Postgres and in
 * Snowflake and give other rows, and those mean Snowflake's where they read views of Data Connect.
 */
import { isJsonObject, isList, jsonText } from '../../core/json.ts';
import type { JsonObject, JsonValue } from '../../core/json.ts';
import type { PostgresParser } from '../../platform/sql/postgres-parser.ts';
import type { KnownTables } from './source-columns.ts';
import { listOf } from './tree.ts';

/** `either`: Postgres takes it too, and would give other rows than Data Connect gives. */
export type QueryDialect = 'postgres' | 'snowflake' | 'either';

export function dialectOf(
  sql: string,
  { postgres, tables }: { readonly postgres: PostgresParser; readonly tables: KnownTables },
): QueryDialect {
  const parsed = postgres.parse(sql);
  if (parsed === null) return 'snowflake';
  const any = (found: (kind: string, body: JsonObject) => boolean): boolean =>
    anyNode(parsed, found);
  if (any(isSnowflake)) return 'snowflake';
  const readsViews = any((kind, body) => kind === 'RangeVar' && isView(body, tables));
  if (!readsViews || !any(isOtherThere)) return 'postgres';
  return /(?<![\w"'])e'[^']*\\/i.test(sql) || any(isPostgres) ? 'postgres' : 'either';
}

/** Whether some node of Postgres's tree, an object with one member named its kind, is `found`. */
function anyNode(value: JsonValue, found: (kind: string, body: JsonObject) => boolean): boolean {
  if (isList(value)) return value.some((one) => anyNode(one, found));
  if (!isJsonObject(value)) return false;
  return Object.entries(value).some(
    ([kind, body]) => (isJsonObject(body) && found(kind, body)) || anyNode(body, found),
  );
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

/**
 * Functions that take a bare word for a unit, or that Postgres has with another sense. The rest
 * of Snowflake's functions are in the database: a query that only calls them needs no translation.
 */
const SNOWFLAKE_CALLS = words(
  'dateadd datediff timestampadd timestampdiff timeadd timediff iff nvl nvl2 zeroifnull ' +
    'nullifzero decode listagg count_if getdate sysdate to_number to_varchar regexp_like ' +
    'median max_by min_by ratio_to_report convert_timezone div0 to_timestamp_ntz flatten ' +
    'conditional_true_event conditional_change_event editdistance split_to_table ' +
    'array_construct rlike',
);
const SNOWFLAKE_UNITS = words(
  'dayofweek dayofweekiso dayofweek_iso weekday dw dayofmonth dayofyear yearday dy ' +
    'weekofyear woy weekiso week_iso weekofyeariso weekofyear_iso yearofweek ' +
    'yearofweekiso epoch_second epoch_seconds quarters months weeks years days',
);
const SNOWFLAKE_TYPES = words('string number variant object double datetime byteint tinyint');

function isSnowflake(kind: string, body: JsonObject): boolean {
  switch (kind) {
    case 'RangeVar':
      return 'catalogname' in body || lowerTextOf(body['schemaname']) === 'wf';
    case 'FuncCall': {
      const name = lastNameOf(body['funcname']);
      if (SNOWFLAKE_CALLS.has(name)) return true;
      const args = listOf(body['args']);
      const [unit] = args;
      // The letter that asks for a group; in Postgres it asks for an older kind of pattern.
      if (/^regexp_(?:substr|instr)$/.test(name)) {
        return args.slice(4).some((one) => constantText(one).includes('e'));
      }
      return /^(?:extract|date_part)$/.test(name) && SNOWFLAKE_UNITS.has(constantText(unit));
    }
    case 'typeName': {
      const name = lastNameOf(body['names']);
      return SNOWFLAKE_TYPES.has(name) || /^timestamp_(?:n|l|)tz$/.test(name);
    }
    default:
      return false;
  }
}

/** Ours by its schema or name, or one that an administrator put in front under the same name. */
function isView(body: JsonObject, tables: KnownTables): boolean {
  const schema = lowerTextOf(body['schemaname']);
  const name = lowerTextOf(body['relname']);
  if (/^(?:workfront|planning|forms)$/.test(schema)) return true;
  return (
    (schema === '' && tables.has(name)) || /_(?:current|event|daily_history|as_of)$/.test(name)
  );
}

/** Functions of both that do not give the same: nulls, every match, negative places, frames. */
const OTHER_THERE = words(
  'regexp_replace regexp_substr concat concat_ws substr substring to_char array_agg ' +
    'last_value nth_value',
);

function isOtherThere(kind: string, body: JsonObject): boolean {
  switch (kind) {
    case 'A_Expr':
      // Of integers Postgres takes the whole part: counts, sums of them, days between two dates.
      return lastNameOf(body['name']) === '/';
    case 'MinMaxExpr':
      return true;
    case 'FuncCall':
      return OTHER_THERE.has(lastNameOf(body['funcname']));
    case 'sval':
      return lowerTextOf(body['sval']).includes('\\');
    default:
      return false;
  }
}

const POSTGRES_CALLS = words(
  'to_json to_jsonb row_to_json string_agg unnest now age regexp_matches array_length ' +
    'cardinality to_regclass',
);
const POSTGRES_FAMILIES = /^(?:jsonb?|string_to|generate|make|regexp_split)_/;
const POSTGRES_OPERATORS = words('-> ->> #> #>> @> <@ && ~ ~* !~ !~* ? ?| ?&');
const POSTGRES_TYPES = words('jsonb json uuid inet regclass');

/** What nobody writes for Snowflake. */
function isPostgres(kind: string, body: JsonObject): boolean {
  switch (kind) {
    case 'A_Expr':
      return POSTGRES_OPERATORS.has(lastNameOf(body['name']));
    case 'A_ArrayExpr':
      return true;
    case 'FuncCall':
      return 'agg_order' in body
        ? body['agg_within_group'] !== true
        : isPostgresCall(lastNameOf(body['funcname']));
    case 'typeName':
      // `x::numeric` keeps the fraction that Snowflake would round away.
      return (
        POSTGRES_TYPES.has(lastNameOf(body['names'])) ||
        'arrayBounds' in body ||
        (lastNameOf(body['names']) === 'numeric' && !('typmods' in body))
      );
    case 'SelectStmt':
      return listOf(body['distinctClause']).some(
        (one) => isJsonObject(one) && Object.keys(one).length > 0,
      );
    case 'sval':
      // Snowflake would drop this backslash: `'\d'` is `d` there.
      return /(?<!\\)(?:\\\\)*\\[^\\'"bfnrt0-7xu\n]/.test(lowerTextOf(body['sval']));
    default:
      return false;
  }
}

function isPostgresCall(name: string): boolean {
  return POSTGRES_CALLS.has(name) || POSTGRES_FAMILIES.test(name);
}

function lowerTextOf(value: JsonValue | undefined): string {
  return jsonText(value ?? null)?.toLowerCase() ?? '';
}

/** The last of a list of names, without its schema. */
function lastNameOf(names: JsonValue | undefined): string {
  const last = listOf(names).at(-1);
  const string = isJsonObject(last) ? last['String'] : null;
  return isJsonObject(string) ? lowerTextOf(string['sval']) : '';
}

function constantText(node: JsonValue | undefined): string {
  const literal = isJsonObject(node) ? node['A_Const'] : null;
  const text = isJsonObject(literal) ? literal['sval'] : null;
  return isJsonObject(text) ? lowerTextOf(text['sval']) : '';
}
