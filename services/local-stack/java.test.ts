import { expect, test } from 'vitest';

import { javaMajor } from './java.ts';

test.each([
  ['openjdk version "17.0.15" 2025-04-15', 17],
  ['openjdk version "21-ea" 2023-09-19', 21],
  ['java version "1.8.0_412"', 8],
  ['Picked up JAVA_TOOL_OPTIONS: -Xmx1g\nopenjdk version "25" 2025-09-16', 25],
  ['command not found', null],
])('reads the version out of what java says: %s', (output, major) => {
  expect(javaMajor(output)).toBe(major);
});
