/** Quoting for statements that take no parameters: DDL and COPY. */
import pg from 'pg';

export function sqlText(text: string): string {
  return pg.escapeLiteral(text);
}

export function sqlName(name: string): string {
  return pg.escapeIdentifier(name);
}
