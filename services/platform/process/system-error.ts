/** What the operating system refuses, in one sentence that says what to do about it. */
import { PipelineError } from '../../core/errors.ts';

/** FILE_UNUSABLE for an error of the system about a file or a disk; null for any other. */
export function fileFault(error: unknown): PipelineError | null {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return null;
  const advice = ADVICE[String(error.code)];
  if (advice === undefined) return null;
  const path = 'path' in error && typeof error.path === 'string' ? error.path : null;
  const what = path === null ? 'A file' : path;
  const message = `${what} cannot be used (${String(error.code)}): ${advice}.`;
  return new PipelineError('FILE_UNUSABLE', message, { path, code: String(error.code) });
}

const ELSEWHERE = 'or name another folder by WORKFRONT_CDC_DATA_DIR';
const NO_RIGHT = `this user may not; give it the right to, ${ELSEWHERE}`;
const FULL = 'the disk is full; make room, then start again: nothing acknowledged is lost';

const ADVICE: Readonly<Record<string, string>> = {
  EACCES: NO_RIGHT,
  EPERM: NO_RIGHT,
  EROFS: `its file system is read-only; mount it so that it can be written, ${ELSEWHERE}`,
  ENOSPC: FULL,
  EDQUOT: FULL,
  ENOENT: `it cannot be made there; make the folder, ${ELSEWHERE}`,
  ENOTDIR: `something on the way there is no folder; move it away, ${ELSEWHERE}`,
  EEXIST: `something else has that name; move it away, ${ELSEWHERE}`,
  ENAMETOOLONG: `the path is too long; name a shorter one by WORKFRONT_CDC_DATA_DIR`,
  EIO: 'the disk fails; see what the system logs about it',
  EMFILE: 'too many files are open; allow more (ulimit -n)',
  ENFILE: 'too many files are open on this machine',
};
