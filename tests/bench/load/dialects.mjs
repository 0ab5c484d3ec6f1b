// How each system is spoken to. A dialect opens links; a link hears ("ack", n), ("message", n), ("refused"), ("bot"),
// ("resumed", count, more) and sends. Frames are searched, not parsed: the generator must never be what is measured.
import { randomUUID } from "node:crypto";
import { createRequire } from "node:module";

const WebSocket = createRequire(new URL("../peers/package.json", import.meta.url))("ws");

const FILLER = "Good morning! Is the blue stoneware jug still to be had, and could I fetch it today? ";

/** The message's number travels in its text and in the last digits of its otherwise random id. */
export const textOf = (n) => `${FILLER}~${n}~`;
const cmidOf = (n) => randomUUID().slice(0, 24) + n.toString(16).padStart(12, "0");

/** The number in the frame's cmid, whether or not its writer puts a space after the colon; NaN without one. */
function numberIn(frame) {
  const at = frame.indexOf('"', frame.indexOf('"cmid":') + 7) + 1;
  return Number.parseInt(frame.slice(at + 24, at + 36), 16);
}

/** Calls ``hear("message", n)`` for each numbered text in the frame. */
function hearTexts(frame, hear) {
  let from = 0;
  for (;;) {
    const at = frame.indexOf("~", from);
    if (at < 0) return;
    const end = frame.indexOf("~", at + 1);
    if (end < 0) return;
    hear("message", Number(frame.slice(at + 1, end)));
    from = end + 1;
  }
}

function count(frame, word) {
  let found = 0;
  for (let at = frame.indexOf(word); at >= 0; at = frame.indexOf(word, at + word.length)) found++;
  return found;
}

/** Resolves once the socket is open. ``take(frame, socket)`` gets each text frame; ``gone(code)`` the end. */
function connect(url, headers, take, gone) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { headers, perMessageDeflate: false, skipUTF8Validation: true });
    socket.on("open", () => resolve(socket));
    socket.on("message", (data) => take(data.toString(), socket));
    socket.on("error", reject);
    socket.on("close", (code) => gone?.(code));
  });
}

/** A promise to ``settle`` or ``fail``; it fails after ``seconds``: who never answers must not hang a run. */
export function promised(what, seconds = 30) {
  const mine = {};
  mine.promise = new Promise((resolve, reject) => {
    mine.fail = () => reject(new Error(`never: ${what}`));
    const timer = setTimeout(mine.fail, seconds * 1000);
    mine.settle = (value) => {
      clearTimeout(timer);
      resolve(value);
    };
  });
  // Where the connection itself fails, nobody waits for this any more.
  mine.promise.catch(() => {});
  return mine;
}

/** docs/protocol.md, as a faithful client speaks it. */
export function candid(url) {
  const origin = url.replace("ws", "http");

  async function open(path, headers, hello, hear, gone) {
    const welcome = promised("welcome");
    let ref = 0;
    const socket = await connect(`${url}${path}`, { Origin: origin, ...headers }, take, (code) => {
      welcome.fail();
      gone?.(code);
    });
    const say = (frame) => socket.send(JSON.stringify(frame));
    function take(frame) {
      if (frame.startsWith('{"type":"events"')) {
        if (frame.lastIndexOf('"ref":null') < 0) {
          hear("resumed", count(frame, '"kind":'), frame.includes('"more":true'), frame);
        } else {
          hearTexts(frame, hear);
          if (frame.includes('"author_kind":"bot"')) hear("bot");
        }
      } else if (frame.startsWith('{"type":"ack"')) hear("ack", numberIn(frame), seqIn(frame));
      else if (frame.startsWith('{"type":"beat"')) say({ type: "beat" });
      else if (frame.startsWith('{"type":"refused"')) hear("refused", numberIn(frame), frame);
      else if (frame.startsWith('{"type":"bye"')) hear("bye", JSON.parse(frame).retry_after ?? 0);
      else if (frame.startsWith('{"type":"welcome"')) welcome.settle(JSON.parse(frame));
    }
    say({ type: "hello", protocol: 1, build: "bench", ...hello });
    return {
      welcome: await welcome.promise,
      send: (n, text = textOf(n), cmid = cmidOf(n)) => say({ type: "send", cmid, text }),
      resume: (conversation, cursor = null) => say({ type: "resume", ref: ++ref, conversation, cursor }),
      history: (conversation) => say({ type: "resume", ref: ++ref, conversation, cursor: null }),
      close: () => socket.close(),
    };
  }

  return {
    visitor: ({ site, credential, fresh = false }, hear, gone) =>
      open("/ws/visitor/", {}, { site, credential, fresh }, hear, gone),
    async agent({ cookie, conversations }, hear) {
      const followed = promised("followed conversations");
      let left = conversations.length;
      const link = await open("/ws/agent/", { Cookie: cookie }, {}, (kind, ...rest) => {
        if (kind === "resumed" && --left === 0) followed.settle();
        hear(kind, ...rest);
      });
      for (const conversation of conversations) link.resume(conversation);
      if (left) await followed.promise;
      else followed.settle();
      return link;
    },
  };
}

const seqIn = (frame) => Number(/"seq": ?(\d+)/.exec(frame)?.[1]);

/** JSON frames over a bare WebSocket: raw websockets, stock Channels and the null server. */
export function plain(url) {
  async function open(who, conversations, hear) {
    const joined = promised("joined");
    const socket = await connect(`${url}/`, {}, (frame) => {
      const kind = /"type": ?"(\w+)"/.exec(frame)[1];
      if (kind === "message") hearTexts(frame, hear);
      else if (kind === "ack") hear("ack", numberIn(frame), seqIn(frame));
      else joined.settle();
    });
    socket.send(JSON.stringify({ type: "join", who, conversations }));
    await joined.promise;
    return {
      send: (n, text = textOf(n), cmid = cmidOf(n)) => {
        socket.send(JSON.stringify({ type: "send", conversation: conversations[0], cmid, text }));
      },
      close: () => socket.close(),
    };
  }
  return {
    visitor: ({ who, conversation }, hear) => open(who, [conversation], hear),
    agent: ({ who, conversations }, hear) => open(who, conversations, hear),
  };
}

/** Socket.IO's packets over one WebSocket, as its client sends them when told not to begin with polling. */
export function socketio(url) {
  const JOIN = 0;
  const HISTORY = 1;
  //: Numbers of messages begin above those of the two calls.
  const FIRST = 2;

  async function open(who, conversations, hear) {
    const ready = promised("socket.io connect");
    const joined = promised("socket.io join");
    const socket = await connect(`${url}/socket.io/?EIO=4&transport=websocket`, {}, (frame, socket) => {
      if (frame.startsWith("42")) {
        hearTexts(frame, hear);
        if (frame.includes('"author":"bot"')) hear("bot");
      } else if (frame.startsWith("43")) answered(frame);
      else if (frame === "2") socket.send("3");
      else if (frame.startsWith("40")) ready.settle();
      else if (frame.startsWith("0")) socket.send("40");
    });
    function answered(frame) {
      const id = Number.parseInt(frame.slice(2), 10);
      if (id === JOIN) joined.settle();
      else if (id === HISTORY) hear("resumed", count(frame, '"seq":'), false);
      else hear("ack", id - FIRST, Number.parseInt(frame.slice(frame.indexOf("[") + 1), 10));
    }
    await ready.promise;
    const call = (id, name, body) => socket.send(`42${id}${JSON.stringify([name, body])}`);
    call(JOIN, "join", { who, conversations });
    await joined.promise;
    return {
      send: (n, text = textOf(n), cmid = cmidOf(n)) =>
        call(n + FIRST, "send", { conversation: conversations[0], cmid, text }),
      history: (conversation) => call(HISTORY, "history", { conversation, after: 0 }),
      close: () => socket.close(),
    };
  }
  return {
    visitor: ({ who, conversation }, hear) => open(who, [conversation], hear),
    agent: ({ who, conversations }, hear) => open(who, conversations, hear),
  };
}

export const DIALECTS = { candid, plain, socketio };
