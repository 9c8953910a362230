/** One POST with a deadline over kept-alive connections: how Workfront calls an endpoint. */
import http from 'node:http';
import type { Millis } from '../../core/units.ts';
import https from 'node:https';

export interface Post {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly timeoutMs: Millis;
}

/** The status, or null when there was no answer in time. */
export type PostFunction = (post: Post) => Promise<number | null>;

export interface Poster {
  readonly post: PostFunction;
  readonly close: () => void;
}

export function createPoster(): Poster {
  const plain = new http.Agent({ keepAlive: true });
  const secure = new https.Agent({ keepAlive: true });
  return {
    post: (post) =>
      new Promise((resolve) => {
        const isSecure = post.url.startsWith('https:');
        const body = Buffer.from(post.body);
        const request = (isSecure ? https : http).request(
          post.url,
          {
            method: 'POST',
            agent: isSecure ? secure : plain,
            headers: {
              ...post.headers,
              'content-type': 'application/json',
              'content-length': String(body.length),
            },
            // The whole exchange, not the silence on the line (reference B.2: 5 s).
            signal: AbortSignal.timeout(post.timeoutMs),
          },
          (response) => {
            response.resume();
            response.on('end', () => resolve(response.statusCode ?? null));
            response.on('error', () => resolve(null));
          },
        );
        request.on('error', () => resolve(null));
        request.end(body);
      }),
    close: () => {
      plain.destroy();
      secure.destroy();
    },
  };
}
