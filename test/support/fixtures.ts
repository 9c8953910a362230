/** The published samples of test/fixtures, by folder (its INDEX.md names their sources). */
import { readdirSync, readFileSync } from 'node:fs';
import type { JsonValue } from '../../services/core/json.ts';

const FIXTURES = new URL('../fixtures/', import.meta.url);

/** In alphabetical order. */
export function fixtureNames(folder: string): string[] {
  return readdirSync(new URL(`${folder}/`, FIXTURES)).sort();
}

export function fixtureFolders(): string[] {
  const entries = readdirSync(FIXTURES, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
}

export function readFixture(folder: string, name: string): JsonValue {
  return JSON.parse(fixtureText(folder, name)) as JsonValue;
}

export function fixtureText(folder: string, name: string): string {
  return readFileSync(new URL(`${folder}/${name}`, FIXTURES), 'utf8');
}
