/** One file of a spool, as it is written. In tests another one stands in for a failing disk. */
import * as fs from 'node:fs/promises';
import { dirname } from 'node:path';

export interface SpoolFile {
  /** All of it, or it rejects. */
  write(bytes: Buffer, position: number): Promise<void>;
  /** Resolves when what was written survives a power failure. */
  sync(): Promise<void>;
  truncate(bytes: number): Promise<void>;
  close(): Promise<void>;
}

export type OpenSpoolFile = (path: string) => Promise<SpoolFile>;

/** Makes the file, or opens the one that is there; its name is durable too. */
export const openSpoolFile: OpenSpoolFile = async (path) => {
  const file = await fs.open(path, fs.constants.O_RDWR | fs.constants.O_CREAT, 0o600);
  await syncFolder(dirname(path));
  return {
    write: async (bytes, position) => {
      for (let done = 0; done < bytes.length;) {
        const { bytesWritten } = await file.write(
          bytes,
          done,
          bytes.length - done,
          position + done,
        );
        done += bytesWritten;
      }
    },
    sync: () => file.datasync(),
    truncate: (bytes) => file.truncate(bytes),
    close: () => file.close(),
  };
};

async function syncFolder(folder: string): Promise<void> {
  const handle = await fs.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
