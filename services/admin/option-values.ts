/** What an option's text must be, for commander. */
import { InvalidArgumentError } from 'commander';

export function instant(text: string): string {
  if (/^\d{4}-\d\d-\d\d/.test(text) && !Number.isNaN(Date.parse(text))) return text;
  throw new InvalidArgumentError('it must be an instant, as 2026-03-01 or 2026-03-01T09:00Z');
}

export function wholeNumberOption(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('it must be a whole number from 0');
}

export function positive(text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('it must be a whole number from 1');
}
