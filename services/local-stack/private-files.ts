/**
 * What the local stack writes is for the user who runs it: logs may quote a tenant, and passwords
 * lie among them.
 */
import * as fs from 'node:fs';

/** Makes the folder, or takes everybody else's rights to one that is there. */
export function privateFolder(folder: string): void {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  fs.chmodSync(folder, 0o700);
}

/** Opens a file that only its owner reads, also where an earlier state left it open to all. */
export function openPrivate(file: string, flags: 'a' | 'w'): number {
  const opened = fs.openSync(file, flags, 0o600);
  fs.fchmodSync(opened, 0o600);
  return opened;
}

/**
 * The data folder itself. Where we are root, Postgres runs as another user, who has to walk through
 * it and sees nothing of it. One that was there may hold other things, and stays as it is.
 */
export function makeDataFolder(folder: string): void {
  if (fs.existsSync(folder)) return;
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  fs.chmodSync(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
}
