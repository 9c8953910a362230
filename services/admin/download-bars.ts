/** Progress of first-time downloads: a bar on a terminal, a line at both ends elsewhere. */
import { SingleBar } from 'cli-progress';

import type { DownloadProgress } from '../local-stack/downloads.ts';
import type { Terminal } from './terminal.ts';

export function downloadBars(terminal: Terminal): DownloadProgress {
  let bar: SingleBar | null = null;
  return {
    begin: (what, totalMB) => {
      terminal.note(`Downloading ${what}, about ${totalMB} MB, once for all checkouts.`);
      if (!terminal.interactive) return;
      bar = new SingleBar({ format: '  [{bar}] {value} of about {total} MB, {duration} s' });
      bar.start(totalMB, 0);
    },
    update: (_what, doneMB) => bar?.update(Math.round(doneMB)),
    end: (what) => {
      bar?.stop();
      bar = null;
      terminal.note(`${what} is there.`);
    },
  };
}
