// Acks and delivers, stores nothing, in Node: what it reaches is the ceiling of the load generator.
import { WebSocketServer } from "ws";

const rooms = new Map();
let seq = 0;

const server = new WebSocketServer({ host: "127.0.0.1", port: Number(process.env.PORT), perMessageDeflate: false });
server.on("connection", (socket) => {
  socket.on("message", (data) => {
    const frame = JSON.parse(data);
    if (frame.type === "join") {
      for (const room of frame.conversations) rooms.set(room, [...(rooms.get(room) ?? []), socket]);
      socket.send('{"type":"joined"}');
      return;
    }
    seq++;
    socket.send(`{"type":"ack","cmid":"${frame.cmid}","seq":${seq}}`);
    const message = `{"type":"message","seq":${seq},"text":${JSON.stringify(frame.text)}}`;
    for (const other of rooms.get(frame.conversation)) if (other !== socket) other.send(message);
  });
});
