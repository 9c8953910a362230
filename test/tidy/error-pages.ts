/** What a person on call looks up: each code of the register has its row, with what follows. */
import type { TidyRule } from './tree.ts';

const REGISTER = 'services/core/errors.ts';
const PAGE = 'docs/operating/faults.md';

/** What each kind of entry in the register is called on the page. */
const FOLLOWS: Readonly<Record<string, string>> = {
  RETRY: 'retry',
  PARK: 'set aside',
  HALT: 'ends with 1',
  MISCONFIGURED: 'ends with 2',
  UNFIT: 'ends with 3',
  REJECT: 'refused',
};

export const codesAreExplained: TidyRule = (tree) => {
  const register = entries(tree.get(REGISTER) ?? '', /^ {2}([A-Z_]+): ([A-Z]+),$/gm);
  const [, section = ''] = (tree.get(PAGE) ?? '').split(/^## Every code$/m);
  const page = entries(section, /^\| `([A-Z_]+)` +\| ([\w ]+?) +\|[^|]*\w[^|]*\|[^|]*\w[^|]*\|$/gm);
  return [
    ...[...register].flatMap(([code, kind]) => problem(code, FOLLOWS[kind], page.get(code))),
    ...[...page.keys()]
      .filter((code) => !register.has(code))
      .map((code) => `${PAGE}: ${code} is not in ${REGISTER}`),
  ];
};

function problem(code: string, follows = 'a kind without a name', said?: string): string[] {
  if (said === undefined) return [`${PAGE}: "Every code" has no whole row for ${code}`];
  return said === follows ? [] : [`${PAGE}: ${code} says "${said}", and the register ${follows}`];
}

function entries(text: string, pattern: RegExp): ReadonlyMap<string, string> {
  return new Map([...text.matchAll(pattern)].map(([, code = '', what = '']) => [code, what]));
}
