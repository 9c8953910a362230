/** What must not be seen: values that never print, and URLs whose password does not. */
import { inspect } from 'node:util';

export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The only way to the value; call it where the secret is handed to a library, never earlier. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return '***';
  }

  toJSON(): string {
    return '***';
  }

  [inspect.custom](): string {
    return '***';
  }
}

/**
 * The text with the user and password of every URL in it masked. For texts that others wrote, such
 * as a library's error that quotes what it was given.
 */
export function withoutCredentials(text: string): string {
  return text.replace(CREDENTIALS, '$1***@');
}

/** Up to the last @ before the host ends: a password may hold one, or what ends a URL in prose. */
const CREDENTIALS = /\b([a-z][a-z\d+.-]{0,20}:\/\/)[^\s/?#"'<>]{1,2000}@/gi;
