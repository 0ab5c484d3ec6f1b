/** A WebSocket that speaks JSON frames. What happens after `drop` is not reported. */

export interface SocketEvents {
  onOpen(): void;
  onFrame(frame: unknown): void;
  onClose(code: number): void;
}

export interface Socket {
  send(frame: object): void;
  drop(): void;
}

export type OpenSocket = (url: string, events: SocketEvents) => Socket;

export const openSocket: OpenSocket = (url, events) => {
  const socket = new WebSocket(url);
  socket.onopen = () => events.onOpen();
  socket.onclose = (event) => events.onClose(event.code);
  socket.onmessage = (event) => {
    const frame = parse(event.data);
    if (frame !== null) events.onFrame(frame);
  };
  return {
    send: (frame) => socket.send(JSON.stringify(frame)),
    drop: () => {
      socket.onopen = socket.onclose = socket.onmessage = null;
      socket.close();
    },
  };
};

function parse(data: unknown): unknown {
  try {
    return JSON.parse(String(data));
  } catch {
    return null;
  }
}
