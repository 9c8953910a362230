/** In which form pg hands over values: int8 whole, dates and numerics as text, JSON as asked. */
import pg from 'pg';
import { parseJson } from '../json.ts';

const INT8 = 20;
const JSON_OID = 114;
const JSONB = 3802;
const AS_TEXT = new Set([1082, 1114, 1184, 1700]);

type Parse = (text: string) => unknown;

function typesOf(json: Parse): pg.CustomTypesConfig {
  const keep: Parse = (text) => text;
  return {
    getTypeParser: (oid: number, format?: string) => {
      if (format === 'binary') return pg.types.getTypeParser(oid, 'binary') as Parse;
      if (oid === INT8) return BigInt;
      if (oid === JSON_OID || oid === JSONB) return json;
      if (AS_TEXT.has(oid)) return keep;
      return pg.types.getTypeParser(oid, 'text') as Parse;
    },
  };
}

export const TEXT_JSON = typesOf((text) => text);
export const PARSED_JSON = typesOf(parseJson);
