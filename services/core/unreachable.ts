/**
 * The end of a switch over a closed union. To the compiler it proves that no member was forgotten;
 * at run time it says that a value came in from outside unread, which is a programmer's error.
 */
export function unreachable(value: never): never {
  throw new TypeError(`unreachable: ${JSON.stringify(value)}`);
}
