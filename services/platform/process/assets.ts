/** Files that ship with the package, found from `dist/` and from source alike. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of package.json. */
export function packageRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('package.json not found above ' + import.meta.dirname);
    folder = parent;
  }
  return folder;
}

/** For example `assetPath('schemas', 'change-event.avsc')`. */
export function assetPath(...parts: readonly string[]): string {
  return join(packageRoot(), ...parts);
}
