/**
 * Keeps strangers from occupying all connections (Law 7). Who has not shown a token yet is a
 * stranger; when the connections are used up, the stranger that has been there longest makes room.
 */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

const known = new WeakSet<Socket>();

/** The other end has shown that it may be here: its connection is not taken from it. */
export function trustConnection(request: { readonly raw: { readonly socket: Socket } }): void {
  known.add(request.raw.socket);
}

/** At most `connectionsMax` at once; one more is closed at once where none is a stranger's. */
export function guardConnections(server: Server, connectionsMax: number): void {
  // In the order in which they came.
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    if (open.size >= connectionsMax) makeRoom(open, socket);
    if (socket.destroyed) return;
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
}

function makeRoom(open: Set<Socket>, newcomer: Socket): void {
  for (const socket of open) {
    if (known.has(socket)) continue;
    open.delete(socket);
    socket.destroy();
    return;
  }
  newcomer.destroy();
}
